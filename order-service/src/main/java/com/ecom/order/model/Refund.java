package com.ecom.order.model;

import com.ecom.core.money.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Some of the money of a sold order on its way back.
 *
 * @param failure why it did not go, or came back
 */
public record Refund(
        UUID id, Money amount, Standing standing, @Nullable String failure) {

    public enum Standing {
        /** payment-service owes the answer. */
        REQUESTED,
        /** It went; the bank may still send it back. */
        REFUNDED,
        /** It did not go, or came back: for good. */
        FAILED
    }

    static Refund requested(UUID id, Money amount) {
        return new Refund(id, amount, Standing.REQUESTED, null);
    }

    static Refund done(UUID id, Money amount) {
        return new Refund(id, amount, Standing.REFUNDED, null);
    }

    Refund failed(String why) {
        return new Refund(id, amount, Standing.FAILED, why);
    }
}
