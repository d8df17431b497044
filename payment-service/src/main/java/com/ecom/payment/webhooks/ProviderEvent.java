package com.ecom.payment.webhooks;

import com.ecom.core.money.Money;
import com.ecom.payment.model.IntentFact;
import com.ecom.payment.model.IntentFact.ProviderAuthorized;
import com.ecom.payment.model.IntentFact.ProviderCaptured;
import com.ecom.payment.model.IntentFact.ProviderDeclined;
import com.ecom.payment.model.IntentFact.ProviderNeedsAction;
import com.ecom.payment.model.IntentFact.ProviderRefunded;
import com.ecom.payment.model.IntentFact.ProviderRefusedCapture;
import com.ecom.payment.model.IntentFact.ProviderRefusedRefund;
import com.ecom.payment.model.IntentFact.ProviderVoided;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the provider says about one payment.
 *
 * @param amount of the payment; of the refund where it is about one and the provider says no other
 * @param reference what the provider calls the payment, if not just by our order
 */
record ProviderEvent(
        String eventId,
        String type,
        UUID orderId,
        long amount,
        String currency,
        @Nullable String reason,
        @Nullable String actionUrl,
        @Nullable UUID refundId,
        @Nullable Long refundAmount,
        @Nullable String reference) {

    ProviderEvent {
        if (eventId == null || eventId.isBlank() || eventId.length() > 100) {
            throw new WebhookRefused.NotUnderstood();
        }
    }

    /** The same, if it makes sense at all. */
    ProviderEvent checked() {
        try {
            Objects.requireNonNull(orderId);
            Objects.requireNonNull(money());
            Objects.requireNonNull(asFact());
            return this;
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new WebhookRefused.NotUnderstood();
        }
    }

    Money money() {
        return Money.of(amount, currency);
    }

    @Nullable
    Money refundMoney() {
        return refundAmount == null ? null : Money.of(refundAmount, currency);
    }

    IntentFact asFact() {
        return switch (type) {
            case "payment.authorized" -> new ProviderAuthorized();
            case "payment.declined" -> new ProviderDeclined(Objects.requireNonNullElse(reason, "declined"));
            case "payment.requires_action" -> new ProviderNeedsAction(Objects.requireNonNull(actionUrl));
            case "payment.captured" -> new ProviderCaptured();
            case "payment.capture_failed" -> new ProviderRefusedCapture(Objects.requireNonNullElse(reason, "refused"));
            case "payment.voided", "payment.refunded" -> new ProviderVoided();
            case "refund.succeeded" -> new ProviderRefunded(refund());
            case "refund.failed" -> new ProviderRefusedRefund(refund(), Objects.requireNonNullElse(reason, "refused"));
            default -> throw new WebhookRefused.NotUnderstood();
        };
    }

    private UUID refund() {
        if (refundId == null || refundAmount == null) {
            throw new WebhookRefused.NotUnderstood();
        }
        return refundId;
    }
}
