package com.ecom.payment.model;

import com.ecom.core.money.Money;
import java.util.Optional;
import java.util.UUID;

/**
 * Whoever moves the money. Every operation may be repeated with the same order and happens once. When it is not known
 * what happened (a timeout, an outage), it throws {@link Unavailable}, and asking again is safe.
 */
public interface PaymentProvider {

    /** Puts the charge aside. */
    IntentFact authorize(UUID order, Charge charge);

    /** Takes what is put aside. */
    IntentFact capture(UUID order, Money amount);

    /** Lets go what is put aside, gives back what was taken. */
    IntentFact voidOrRefund(UUID order);

    /** How the order's payment stands with the provider; empty if it never heard of it. */
    Optional<IntentFact> find(UUID order);

    /** Nobody knows what happened, if anything. */
    final class Unavailable extends RuntimeException {
        public Unavailable(String what, Throwable cause) {
            super(what, cause);
        }
    }
}
