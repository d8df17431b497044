package com.ecom.payment.model;

import com.ecom.core.money.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Some of the money on its way back, or the refusal to send it. It goes from {@code REQUESTED} over {@code DONE} to
 * {@code REFUSED}, or straight there, and never back, as it does at providers: so it does not matter in which order one
 * hears of it, and whoever says {@code DONE} after a failure says it late.
 *
 * @param id whoever wants the money back has chosen it; asking again under it never gives twice
 * @param reason why it was refused, or failed in the end
 */
public record Refund(
        UUID id, Money amount, Standing standing, @Nullable String reason) {

    public enum Standing {
        /** The provider is being asked. */
        REQUESTED,
        /** The provider has sent it; the bank may still send it back. */
        DONE,
        /** It gave nothing back, or what it gave has come back. */
        REFUSED
    }

    Refund done() {
        return new Refund(id, amount, Standing.DONE, null);
    }

    Refund refused(String why) {
        return new Refund(id, amount, Standing.REFUSED, why);
    }
}
