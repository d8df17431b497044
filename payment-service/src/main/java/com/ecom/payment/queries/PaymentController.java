package com.ecom.payment.queries;

import com.ecom.core.money.Money;
import com.ecom.core.security.Caller;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiredArgsConstructor
class PaymentController {

    private final JdbcClient jdbc;

    /** The payment of one of the caller's orders. */
    @GetMapping("/api/payments/orders/{orderId}")
    Payment mine(Caller caller, @PathVariable UUID orderId) {
        return find(orderId, caller.id()).asShownToItsCustomer();
    }

    /** The payment of any order, as staff see it. */
    @GetMapping("/api/admin/payments/orders/{orderId}")
    Payment any(@PathVariable UUID orderId) {
        return find(orderId, null);
    }

    private Payment find(UUID order, @Nullable UUID customer) {
        return jdbc.sql("""
                select id, order_id, state, reason, action_url, amount, currency from payment_intent
                where order_id = :order and amount is not null and (:customer is null or customer_id = :customer)
                """)
                .param("order", order.toString())
                .param("customer", customer == null ? null : customer.toString())
                .query((row, _) -> new Payment(
                        UUID.fromString(row.getString("id")),
                        UUID.fromString(row.getString("order_id")),
                        row.getString("state"),
                        row.getString("reason"),
                        row.getString("action_url"),
                        Money.of(row.getLong("amount"), row.getString("currency"))))
                .optional()
                .orElseThrow(() -> new NoSuchPayment(order));
    }

    record Payment(
            UUID paymentId,
            UUID orderId,
            String state,
            @Nullable String reason,
            @Nullable String actionUrl,
            Money amount) {

        Payment asShownToItsCustomer() {
            return new Payment(paymentId, orderId, state, PublicReason.of(reason), actionUrl, amount);
        }
    }
}
