package com.ecom.payment.model;

import com.ecom.core.money.Money;
import com.ecom.payment.model.IntentFact.ProviderAuthorized;
import com.ecom.payment.model.IntentFact.ProviderCaptured;
import com.ecom.payment.model.IntentFact.ProviderDeclined;
import com.ecom.payment.model.IntentFact.ProviderNeedsAction;
import com.ecom.payment.model.IntentFact.ProviderRefunded;
import com.ecom.payment.model.IntentFact.ProviderRefusedCapture;
import com.ecom.payment.model.IntentFact.ProviderRefusedRefund;
import com.ecom.payment.model.IntentFact.ProviderVoided;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment as the provider reports it.
 *
 * @param reference what the provider calls it; nothing where it made none of it
 * @param reason why it was declined, or its capture refused
 * @param actionUrl where the customer approves it, while that is what it waits for
 * @param returned what was given back so far, by whatever way
 * @param refunds those of them that we asked for, as far as the provider lists them
 */
public record ProviderPayment(
        UUID order,
        @Nullable String reference,
        Money amount,
        Standing standing,
        @Nullable String reason,
        @Nullable String actionUrl,
        Money returned,
        List<Return> refunds) {

    public enum Standing {
        /** The provider is still at it, and will say what came of it. */
        PROCESSING,
        NEEDS_ACTION,
        DECLINED,
        AUTHORIZED,
        CAPTURED,
        CAPTURE_REFUSED,
        /** Let go, or all given back. */
        RETURNED
    }

    /** @param refusal why nothing is given back, or has come back; absent while it is given */
    public record Return(UUID refund, @Nullable String refusal) {

        public IntentFact fact() {
            return refusal == null ? new ProviderRefunded(refund) : new ProviderRefusedRefund(refund, refusal);
        }
    }

    public ProviderPayment {
        refunds = List.copyOf(refunds);
    }

    /** What that means for the payment as a whole; nothing while the provider does not know itself. */
    public Optional<IntentFact> fact() {
        return switch (standing) {
            case PROCESSING -> Optional.empty();
            case NEEDS_ACTION -> Optional.of(new ProviderNeedsAction(Objects.requireNonNull(actionUrl)));
            case DECLINED -> Optional.of(new ProviderDeclined(Objects.requireNonNullElse(reason, "declined")));
            case AUTHORIZED -> Optional.of(new ProviderAuthorized());
            case CAPTURED -> Optional.of(new ProviderCaptured());
            case CAPTURE_REFUSED ->
                Optional.of(new ProviderRefusedCapture(Objects.requireNonNullElse(reason, "refused")));
            case RETURNED -> Optional.of(new ProviderVoided());
        };
    }

    /** What became of one refund; nothing while the provider does not know. */
    public Optional<IntentFact> factOf(UUID refund) {
        return refunds.stream()
                .filter(it -> it.refund().equals(refund))
                .map(Return::fact)
                .findFirst();
    }
}
