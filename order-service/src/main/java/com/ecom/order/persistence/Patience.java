package com.ecom.order.persistence;

import com.ecom.order.model.OrderState;
import com.ecom.order.model.OrderState.AwaitingCustomer;
import com.ecom.order.model.OrderState.PendingPayment;
import com.ecom.order.model.OrderState.PendingStock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long an order may wait where waiting can end in giving up. Once money is authorized nothing is given up by time.
 *
 * @param stockPatience for inventory's answer
 * @param paymentPatience for the payment; shorter than inventory holds the stock, so that two clocks never fight
 */
@ConfigurationProperties("ecom.orders")
record Patience(
        @DefaultValue("2m") Duration stockPatience,
        @DefaultValue("15m") Duration paymentPatience) {

    @Nullable
    Long secondsFor(OrderState state) {
        return switch (state) {
            case PendingStock _ -> stockPatience.toSeconds();
            case PendingPayment _, AwaitingCustomer _ -> paymentPatience.toSeconds();
            default -> null;
        };
    }
}
