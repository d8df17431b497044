package com.ecom.payment.model;

import com.ecom.core.money.Money;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;

/**
 * Amounts as Stripe counts them, which is not everywhere as ISO 4217 does: both ways, for requests, webhooks and the
 * ledger. {@code docs/payments.md} has the table.
 */
public final class StripeAmounts {

    /** How many digits Stripe counts where it is not as many as the currency has. */
    private static final Map<String, Integer> DIGITS = Map.of("ISK", 2, "UGX", 2, "MGA", 0);

    private static final int THREE = 3;

    private StripeAmounts() {}

    /** Nothing if Stripe cannot take that amount, whoever pays it by what. */
    public static Optional<Long> theirs(Money it) {
        var digits = it.currency().getDefaultFractionDigits();
        if (digits < 0) {
            return Optional.empty();
        }
        try {
            return whole(it.amount(), digits, theirDigits(it.currency()));
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** @param currency in capitals; of one that nobody knows the amount stays as it is */
    public static long ours(long amount, String currency) {
        try {
            var known = Currency.getInstance(currency);
            var more = known.getDefaultFractionDigits() - theirDigits(known);
            return more < 0 ? amount / power(-more) : Math.multiplyExact(amount, power(more));
        } catch (IllegalArgumentException | ArithmeticException e) {
            return amount;
        }
    }

    private static Optional<Long> whole(long amount, int digits, int theirDigits) {
        // Stripe takes thousandths only where the last of them is 0.
        if (digits == THREE && amount % 10 != 0) {
            return Optional.empty();
        }
        if (theirDigits >= digits) {
            return Optional.of(Math.multiplyExact(amount, power(theirDigits - digits)));
        }
        var less = power(digits - theirDigits);
        return amount % less == 0 ? Optional.of(amount / less) : Optional.empty();
    }

    private static int theirDigits(Currency currency) {
        return DIGITS.getOrDefault(currency.getCurrencyCode(), Math.max(0, currency.getDefaultFractionDigits()));
    }

    private static long power(int digits) {
        return switch (digits) {
            case 0 -> 1;
            case 1 -> 10;
            case 2 -> 100;
            default -> throw new ArithmeticException("Nobody counts %d digits more".formatted(digits));
        };
    }
}
