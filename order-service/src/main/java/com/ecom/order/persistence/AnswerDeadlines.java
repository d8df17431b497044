package com.ecom.order.persistence;

import com.ecom.order.model.Order;
import com.ecom.order.model.OrderState.AwaitingCustomer;
import com.ecom.order.model.OrderState.Paid;
import com.ecom.order.model.OrderState.PendingPayment;
import com.ecom.order.model.OrderState.PendingStock;
import com.ecom.order.model.OrderState.Sold;
import com.ecom.order.model.OrderState.Unsold;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long an order waits for an answer until it counts as overdue.
 *
 * @param stockPatience for inventory to hold the stock
 * @param paymentPatience for the provider's answer
 * @param challengePatience for a customer who has to confirm, never longer than the provider's answer; both together are shorter
 *     than inventory holds the stock, so that two clocks never fight
 * @param guestPatience for either of them where the customer has no account, never longer than with one
 * @param answerPatience for what must come in the end, doubled with every reminder, eightfold at most
 */
@ConfigurationProperties("ecom.orders")
record AnswerDeadlines(
        @DefaultValue("2m") Duration stockPatience,
        @DefaultValue("15m") Duration paymentPatience,
        @DefaultValue("10m") Duration challengePatience,
        @DefaultValue("5m") Duration guestPatience,
        @DefaultValue("30s") Duration answerPatience) {

    private static final int MOST_DOUBLINGS = 3;

    /** Nothing where nobody owes the order an answer. */
    @Nullable
    Long secondsFor(Order order) {
        if (order.owedBy().isEmpty()) {
            return null;
        }
        return switch (order.state()) {
            case PendingStock _ -> stockPatience.toSeconds();
            case PendingPayment _ -> unpaidSeconds(order, paymentPatience);
            case AwaitingCustomer _ -> unpaidSeconds(order, challengePatience);
            case Paid _, Unsold _, Sold _ -> answerSeconds(order);
        };
    }

    private long unpaidSeconds(Order order, Duration wanted) {
        var most = Math.min(wanted.toSeconds(), paymentPatience.toSeconds());
        return order.customer().guest() ? Math.min(most, guestPatience.toSeconds()) : most;
    }

    private long answerSeconds(Order order) {
        return answerPatience.toSeconds() << Math.min(order.reminders(), MOST_DOUBLINGS);
    }
}
