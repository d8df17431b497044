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
 * @param stockTimeout for inventory to hold the stock
 * @param paymentTimeout for the provider's answer
 * @param challengeTimeout for a customer who has to confirm, never longer than the provider's answer; both together are shorter
 *     than inventory holds the stock, so that two clocks never fight
 * @param guestTimeout for either of them where the customer has no account, never longer than with one
 * @param answerTimeout for what must come in the end, doubled with every reminder, eightfold at most
 */
@ConfigurationProperties("ecom.orders")
record AnswerDeadlines(
        @DefaultValue("2m") Duration stockTimeout,
        @DefaultValue("15m") Duration paymentTimeout,
        @DefaultValue("10m") Duration challengeTimeout,
        @DefaultValue("5m") Duration guestTimeout,
        @DefaultValue("30s") Duration answerTimeout) {

    private static final int MOST_DOUBLINGS = 3;

    /** Nothing where nobody owes the order an answer. */
    @Nullable
    Long secondsFor(Order order) {
        if (order.owedBy().isEmpty()) {
            return null;
        }
        return switch (order.state()) {
            case PendingStock _ -> stockTimeout.toSeconds();
            case PendingPayment _ -> unpaidSeconds(order, paymentTimeout);
            case AwaitingCustomer _ -> unpaidSeconds(order, challengeTimeout);
            case Paid _, Unsold _, Sold _ -> answerSeconds(order);
        };
    }

    private long unpaidSeconds(Order order, Duration wanted) {
        var most = Math.min(wanted.toSeconds(), paymentTimeout.toSeconds());
        return order.customer().guest() ? Math.min(most, guestTimeout.toSeconds()) : most;
    }

    private long answerSeconds(Order order) {
        return answerTimeout.toSeconds() << Math.min(order.reminders(), MOST_DOUBLINGS);
    }
}
