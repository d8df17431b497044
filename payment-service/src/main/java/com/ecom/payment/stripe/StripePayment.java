package com.ecom.payment.stripe;

import com.ecom.core.money.Money;
import com.ecom.payment.model.ProviderPayment;
import com.ecom.payment.model.ProviderPayment.Return;
import com.ecom.payment.model.ProviderPayment.Standing;
import com.ecom.payment.model.StripeAmounts;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.StripeError;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What Stripe's words about a payment mean in ours. */
final class StripePayment {

    static final String ORDER = "order_id";
    static final String REFUND = "refund_id";

    private StripePayment() {}

    /** Nothing for a payment that was not made by us for an order. */
    static Optional<ProviderPayment> toProviderPayment(PaymentIntent it, List<Refund> refunds) {
        return orderOf(it).map(order -> toProviderPayment(order, it, refunds));
    }

    static Optional<UUID> orderOf(PaymentIntent it) {
        var metadata = it.getMetadata();
        return metadata == null ? Optional.empty() : idIn(metadata.get(ORDER));
    }

    private static ProviderPayment toProviderPayment(UUID order, PaymentIntent it, List<Refund> refunds) {
        var currency = it.getCurrency().toUpperCase(Locale.ROOT);
        var charge = it.getLatestChargeObject();
        var returned = charge == null || charge.getAmountRefunded() == null ? 0 : charge.getAmountRefunded();
        return new ProviderPayment(
                order,
                it.getId(),
                Money.of(StripeAmounts.ours(it.getAmount(), currency), currency),
                standingOf(it, returned),
                reasonOf(it.getLastPaymentError()),
                actionUrlOf(it),
                Money.of(StripeAmounts.ours(returned, currency), currency),
                refunds.stream().flatMap(StripePayment::returnOf).toList());
    }

    /** Declined before there was a payment to speak of. */
    static ProviderPayment neverMade(UUID order, Money amount, @Nullable String code) {
        return new ProviderPayment(
                order,
                null,
                amount,
                Standing.DECLINED,
                code == null ? "invalid_payment_method" : code,
                null,
                amount.times(0),
                List.of());
    }

    static Standing standingOf(PaymentIntent it, long returned) {
        return switch (it.getStatus()) {
            case "requires_payment_method" -> Standing.DECLINED;
            case "requires_action" -> actionUrlOf(it) == null ? Standing.PROCESSING : Standing.NEEDS_ACTION;
            case "requires_capture" -> Standing.AUTHORIZED;
            case "succeeded" -> returned == it.getAmount() ? Standing.RETURNED : Standing.CAPTURED;
            case "canceled" -> Standing.RETURNED;
            // requires_confirmation, processing, and whatever Stripe may add: it will say what came of it.
            default -> Standing.PROCESSING;
        };
    }

    /** The bank's word where there is one, Stripe's otherwise. */
    static @Nullable String reasonOf(@Nullable StripeError error) {
        if (error == null) {
            return null;
        }
        return error.getDeclineCode() == null ? error.getCode() : error.getDeclineCode();
    }

    /** Pending ones are neither given nor refused yet. */
    static Stream<Return> returnOf(Refund it) {
        var metadata = it.getMetadata();
        var id = metadata == null ? Optional.<UUID>empty() : idIn(metadata.get(REFUND));
        return id.stream().flatMap(refund -> switch (it.getStatus()) {
            case "succeeded" -> Stream.of(new Return(refund, null));
            case "failed", "canceled" ->
                Stream.of(new Return(refund, it.getFailureReason() == null ? it.getStatus() : it.getFailureReason()));
            default -> Stream.of();
        });
    }

    private static @Nullable String actionUrlOf(PaymentIntent it) {
        var action = it.getNextAction();
        var redirect = action == null ? null : action.getRedirectToUrl();
        return redirect == null ? null : redirect.getUrl();
    }

    private static Optional<UUID> idIn(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
