package com.ecom.payment.model;

import com.ecom.core.money.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Some of the money on its way back, or the refusal to send it.
 *
 * @param id whoever wants the money back has chosen it; asking again under it never gives twice
 * @param reason why it was refused
 */
public record Refund(
        UUID id, Money amount, Standing standing, @Nullable String reason) {

    public enum Standing {
        /** The provider is being asked. */
        REQUESTED,
        DONE,
        REFUSED
    }

    Refund done() {
        return new Refund(id, amount, Standing.DONE, null);
    }

    Refund refused(String why) {
        return new Refund(id, amount, Standing.REFUSED, why);
    }
}
