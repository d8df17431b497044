package com.ecom.local.provider;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A payment as the provider knows it: the truth about the money. Amounts are in minor units.
 *
 * @param expiresAtMillis when the bank stops waiting for the customer's answer, while it does; since the epoch
 * @param refunds how often money was given back
 * @param returned what was given back so far
 * @param returns each request for some of it, also those that were refused
 * @param madeAtMillis since the epoch
 */
record Payment(
        String id,
        String orderId,
        long amount,
        String currency,
        String paymentMethod,
        String status,
        @Nullable String reason,
        @Nullable String actionUrl,
        long expiresAtMillis,
        int authorizations,
        int captures,
        int refunds,
        long returned,
        List<Return> returns,
        long madeAtMillis) {

    private static final String REFUND_FAILS_LATER = "pm_card_refund_fails_later";

    /** @param refusal why nothing is given back, or has come back; absent while it is given */
    record Return(String id, long amount, @Nullable String refusal) {}

    Payment {
        returns = returns == null ? List.of() : List.copyOf(returns);
    }

    /** What the card makes of the request to authorize the amount. */
    static Payment of(String orderId, long amount, String currency, String method, Bank bank) {
        var id = "pay_" + orderId;
        var made = bank.now().toEpochMilli();
        var payment =
                new Payment(id, orderId, amount, currency, method, "new", null, null, 0, 0, 0, 0, 0, List.of(), made);
        return switch (method) {
            case "pm_card_declined" -> payment.is("declined", "card_declined");
            case "pm_card_insufficient_funds" -> payment.is("declined", "insufficient_funds");
            case "pm_card_authenticate" -> payment.challenged(bank);
            case "pm_card_ok", "pm_card_capture_fails", "pm_card_refund_fails", REFUND_FAILS_LATER ->
                payment.authorized();
            default -> payment.is("declined", "unknown_payment_method");
        };
    }

    Payment declined(String why) {
        return is("declined", why);
    }

    Payment authorized() {
        return counting("authorized", authorizations + 1, captures, refunds, returned, returns);
    }

    /** What approving or declining on the bank's page makes of it; only while the bank is asked. */
    Payment answeredByCustomer(boolean approved, Instant now) {
        var asked = expiredAt(now);
        if (!asked.status.equals("requires_action")) {
            return asked;
        }
        return approved ? authorized() : is("declined", "authentication_failed");
    }

    /** A customer who left without an answer is not waited for any longer. */
    Payment expiredAt(Instant now) {
        return status.equals("requires_action") && now.toEpochMilli() >= expiresAtMillis
                ? is("declined", "authentication_expired")
                : this;
    }

    Payment captured() {
        if (!status.equals("authorized")) {
            return status.equals("captured") ? this : is(status, "not_authorized");
        }
        return paymentMethod.equals("pm_card_capture_fails")
                ? is("capture_failed", "authorization_expired")
                : counting("captured", authorizations, captures + 1, refunds, returned, returns);
    }

    /** Lets go what is put aside, gives back what is left of what was taken. */
    Payment voided() {
        return switch (status) {
            case "captured" -> counting("refunded", authorizations, captures, refunds + 1, amount, returns);
            case "refunded", "voided" -> this;
            default -> is("voided", null);
        };
    }

    /** The provider lets go of it by itself: by time, by a rule, or by somebody's hand. What was captured stays. */
    Payment letGo(String why) {
        return status.equals("authorized") || status.equals("requires_action") ? is("voided", why) : this;
    }

    /** Somebody at the provider gives all of it back that is left, past the merchant. */
    Payment givenBackPastTheMerchant() {
        return status.equals("captured") ? voided() : this;
    }

    /** Gives some of it back, once for each id and never more than is left; the id says later what came of it. */
    Payment givenBack(String refund, long wanted) {
        if (find(refund).isPresent()) {
            return this;
        }
        if (!status.equals("captured")) {
            return with(new Return(refund, wanted, "not_captured"));
        }
        if (paymentMethod.equals("pm_card_refund_fails")) {
            return with(new Return(refund, wanted, "card_closed"));
        }
        if (wanted < 1 || wanted > amount - returned) {
            return with(new Return(refund, wanted, "more_than_is_left"));
        }
        var all = Stream.concat(returns.stream(), Stream.of(new Return(refund, wanted, null)))
                .toList();
        var left = amount - returned - wanted;
        return counting(
                left == 0 ? "refunded" : "captured", authorizations, captures, refunds + 1, returned + wanted, all);
    }

    /** Whether the bank will find that it cannot hand out what was given back. */
    boolean comesBack(String refund) {
        return paymentMethod.equals(REFUND_FAILS_LATER)
                && find(refund).filter(it -> it.refusal() == null).isPresent();
    }

    /** After it was given, the bank sends it back: once. */
    Payment cameBack(String refund) {
        if (!comesBack(refund)) {
            return this;
        }
        var given = find(refund).orElseThrow();
        var all = returns.stream()
                .map(it -> it.equals(given) ? new Return(refund, given.amount(), "lost_or_stolen_card") : it)
                .toList();
        return counting("captured", authorizations, captures, refunds, returned - given.amount(), all);
    }

    Optional<Return> find(String refund) {
        return returns.stream().filter(it -> it.id().equals(refund)).findFirst();
    }

    private Payment with(Return refused) {
        var all = Stream.concat(returns.stream(), Stream.of(refused)).toList();
        return counting(status, authorizations, captures, refunds, returned, all);
    }

    private Payment challenged(Bank bank) {
        return new Payment(
                id,
                orderId,
                amount,
                currency,
                paymentMethod,
                "requires_action",
                null,
                bank.publicUrl() + "/bank/" + orderId,
                bank.now().plus(bank.timeout()).toEpochMilli(),
                0,
                0,
                0,
                0,
                returns,
                madeAtMillis);
    }

    private Payment is(String next, @Nullable String why) {
        return new Payment(
                id,
                orderId,
                amount,
                currency,
                paymentMethod,
                next,
                why,
                null,
                0,
                authorizations,
                captures,
                refunds,
                returned,
                returns,
                madeAtMillis);
    }

    private Payment counting(
            String next, int authorized, int captured, int refunded, long givenBack, List<Return> requests) {
        return new Payment(
                id,
                orderId,
                amount,
                currency,
                paymentMethod,
                next,
                null,
                null,
                0,
                authorized,
                captured,
                refunded,
                givenBack,
                requests,
                madeAtMillis);
    }
}
