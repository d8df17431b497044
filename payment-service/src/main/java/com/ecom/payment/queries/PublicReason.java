package com.ecom.payment.queries;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why a payment came to nothing, as whoever holds the card may know it. What is on no list is shown as a plain decline:
 * that a bank calls a card stolen, or a payment fraudulent, is for staff.
 */
final class PublicReason {

    private static final String DECLINED = "card_declined";

    private static final Set<String> HARMLESS = Set.of(
            "amount_not_payable",
            "amount_too_large",
            "amount_too_small",
            "authentication_expired",
            "authentication_failed",
            "authentication_required",
            "authorization_expired",
            "card_not_supported",
            "card_velocity_exceeded",
            "currency_not_supported",
            "expired_card",
            "incorrect_cvc",
            "incorrect_number",
            "incorrect_zip",
            "insufficient_funds",
            "invalid_cvc",
            "invalid_expiry_month",
            "invalid_expiry_year",
            "invalid_number",
            "invalid_payment_method",
            "let_go_by_provider",
            "never_arrived",
            "not_authorized",
            "processing_error",
            "try_again_later",
            "unknown_payment_method",
            "withdrawal_count_limit_exceeded");

    private PublicReason() {}

    static @Nullable String of(@Nullable String reason) {
        return reason == null || HARMLESS.contains(reason) ? reason : DECLINED;
    }
}
