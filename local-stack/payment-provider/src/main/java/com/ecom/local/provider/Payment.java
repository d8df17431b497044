package com.ecom.local.provider;

import org.jspecify.annotations.Nullable;

/** A payment as the provider knows it: the truth about the money. Amounts are in minor units. */
record Payment(
        String id,
        String orderId,
        long amount,
        String currency,
        String paymentMethod,
        String status,
        @Nullable String reason,
        @Nullable String actionUrl,
        int authorizations,
        int captures,
        int refunds) {

    static Payment of(String orderId, long amount, String currency, String method, String publicUrl) {
        var id = "pay_" + orderId;
        var payment = new Payment(id, orderId, amount, currency, method, "new", null, null, 0, 0, 0);
        return switch (method) {
            case "pm_card_declined" -> payment.is("declined", "card_declined");
            case "pm_card_insufficient_funds" -> payment.is("declined", "insufficient_funds");
            case "pm_card_authenticate" ->
                new Payment(
                        id,
                        orderId,
                        amount,
                        currency,
                        method,
                        "requires_action",
                        null,
                        publicUrl + "/bank/" + orderId,
                        0,
                        0,
                        0);
            case "pm_card_ok", "pm_card_capture_fails" -> payment.authorized();
            default -> payment.is("declined", "unknown_payment_method");
        };
    }

    Payment authorized() {
        return new Payment(
                id,
                orderId,
                amount,
                currency,
                paymentMethod,
                "authorized",
                null,
                null,
                authorizations + 1,
                captures,
                refunds);
    }

    /** What approving or declining on the bank's page makes of it; only while the bank is asked. */
    Payment answeredByCustomer(boolean approved) {
        if (!status.equals("requires_action")) {
            return this;
        }
        return approved ? authorized() : is("declined", "authentication_failed");
    }

    Payment captured() {
        if (!status.equals("authorized")) {
            return status.equals("captured") ? this : is(status, "not_authorized");
        }
        return paymentMethod.equals("pm_card_capture_fails")
                ? is("capture_failed", "authorization_expired")
                : new Payment(
                        id,
                        orderId,
                        amount,
                        currency,
                        paymentMethod,
                        "captured",
                        null,
                        null,
                        authorizations,
                        captures + 1,
                        refunds);
    }

    Payment voided() {
        return switch (status) {
            case "captured" ->
                new Payment(
                        id,
                        orderId,
                        amount,
                        currency,
                        paymentMethod,
                        "refunded",
                        null,
                        null,
                        authorizations,
                        captures,
                        refunds + 1);
            case "refunded", "voided" -> this;
            default -> is("voided", null);
        };
    }

    private Payment is(String status, @Nullable String reason) {
        return new Payment(
                id, orderId, amount, currency, paymentMethod, status, reason, null, authorizations, captures, refunds);
    }
}
