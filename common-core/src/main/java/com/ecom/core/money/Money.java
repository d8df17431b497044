package com.ecom.core.money;

import java.util.Currency;
import java.util.Objects;

/** An exact amount, counted in the currency's minor unit; on the wire {@code {"amount": 1299, "currency": "USD"}}. */
public record Money(long amount, Currency currency) {

    /** An amount without a currency is refused as unreadable. */
    public Money {
        Objects.requireNonNull(currency, "currency");
    }

    public static Money of(long amount, String currency) {
        return new Money(amount, Currency.getInstance(currency));
    }

    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Cannot add %s to %s".formatted(other.currency, currency));
        }
        return new Money(Math.addExact(amount, other.amount), currency);
    }

    public Money times(int quantity) {
        return new Money(Math.multiplyExact(amount, quantity), currency);
    }
}
