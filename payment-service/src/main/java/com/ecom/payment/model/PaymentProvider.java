package com.ecom.payment.model;

import com.ecom.core.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whoever moves the money. Every operation may be repeated with the same order, or the same refund, and happens once.
 * It answers how the payment stands then, or throws a {@link ProviderFailure}.
 */
public interface PaymentProvider {

    /** Puts the charge aside. */
    ProviderPayment authorize(UUID order, Charge charge);

    /** Takes what is put aside. */
    ProviderPayment capture(PaymentName payment, Money amount);

    /** Lets go what is put aside, gives back what was taken and is not given back yet. */
    ProviderPayment voidOrRefund(PaymentName payment);

    /** Gives back some of what was taken. */
    ProviderPayment refund(PaymentName payment, UUID refund, Money amount);

    /** How the payment stands; empty if the provider does not know it. */
    Optional<ProviderPayment> find(PaymentName payment);

    /**
     * What the provider's own books say about payments made within that time, a page of them.
     *
     * @param cursor where the last page ended; nothing for the first
     */
    Ledger ledger(Instant from, Instant until, @Nullable String cursor);

    /**
     * @param payments those of an order; others that the provider may have are not ours to judge
     * @param next where the next page begins; nothing after the last
     */
    record Ledger(List<ProviderPayment> payments, @Nullable String next) {}
}
