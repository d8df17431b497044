package com.ecom.payment.stripe;

import static com.ecom.payment.stripe.StripeCalls.ask;
import static com.ecom.payment.stripe.StripeCalls.failureOf;

import com.ecom.core.money.Money;
import com.ecom.payment.model.Charge;
import com.ecom.payment.model.PaymentName;
import com.ecom.payment.model.PaymentProvider;
import com.ecom.payment.model.ProviderPayment;
import com.ecom.payment.model.ProviderPayment.Return;
import com.ecom.payment.model.ProviderPayment.Standing;
import com.ecom.payment.model.StripeAmounts;
import com.stripe.StripeClient;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentCreateParams.CaptureMethod;
import com.stripe.param.RefundCreateParams;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Stripe: a PaymentIntent per order, confirmed at once and captured by hand. Our idempotency keys are Stripe's, which
 * remembers them for a day; where it may have forgotten, callers look first. The library itself never tries again.
 */
@Component
@ConditionalOnProperty(name = "ecom.payment.provider.kind", havingValue = "stripe")
class StripeProvider implements PaymentProvider {

    /** Stripe says it with neither a code nor the parameter's name. */
    private static final String ALREADY_USED = "The provided PaymentMethod was previously used";

    /** The reason where no payment can be of such an amount. */
    private static final String NOT_PAYABLE = "amount_not_payable";

    private final StripeClient stripe;
    private final StripeBooks books;
    private final String returnUrl;

    StripeProvider(StripeProperties properties) {
        var timeout = Math.toIntExact(properties.timeout().toMillis());
        this.stripe = StripeClient.builder()
                .setApiKey(properties.apiKey())
                .setApiBase(properties.apiBase().toString())
                .setConnectTimeout(timeout)
                .setReadTimeout(timeout)
                .setMaxNetworkRetries(0)
                .build();
        this.books = new StripeBooks(stripe);
        this.returnUrl = properties.returnUrl().toString();
    }

    @Override
    public ProviderPayment authorize(UUID order, Charge charge) {
        var amount = StripeAmounts.theirs(charge.amount());
        if (amount.isEmpty()) {
            return StripePayment.neverMade(order, charge.amount(), NOT_PAYABLE);
        }
        var params = PaymentIntentCreateParams.builder()
                .setAmount(amount.get())
                .setCurrency(charge.amount().currency().getCurrencyCode().toLowerCase(Locale.ROOT))
                .setPaymentMethod(charge.paymentMethod())
                .addPaymentMethodType("card")
                .setCaptureMethod(CaptureMethod.MANUAL)
                .setConfirm(true)
                .setReturnUrl(returnUrl)
                .putMetadata(StripePayment.ORDER, order.toString())
                .build();
        var what = "authorize " + order;
        return ask(
                what,
                () -> toProviderPayment(stripe.v1().paymentIntents().create(params, key(order + ":authorize"))),
                refusal -> declined(what, order, charge, refusal));
    }

    @Override
    public ProviderPayment capture(PaymentName payment, Money amount) {
        var id = books.idOf(payment);
        var params = PaymentIntentCaptureParams.builder()
                .setAmountToCapture(StripeAmounts.theirs(amount).orElseThrow())
                .addExpand(StripeBooks.CHARGE)
                .build();
        var what = "capture " + payment.order();
        return ask(
                what,
                () -> toProviderPayment(
                        stripe.v1().paymentIntents().capture(id, params, key(payment.order() + ":capture"))),
                refusal -> notCaptured(what, id, refusal));
    }

    @Override
    public ProviderPayment voidOrRefund(PaymentName payment) {
        var id = books.idOf(payment);
        var what = "void " + payment.order();
        return ask(
                what,
                () -> toProviderPayment(stripe.v1().paymentIntents().cancel(id, key(payment.order() + ":void"))),
                refusal -> givenBack(what, payment, id, refusal));
    }

    @Override
    public ProviderPayment refund(PaymentName payment, UUID refund, Money amount) {
        var id = books.idOf(payment);
        var theirs = StripeAmounts.theirs(amount);
        if (theirs.isEmpty()) {
            return with(new Return(refund, NOT_PAYABLE), books.retrieve(id));
        }
        var params = RefundCreateParams.builder()
                .setPaymentIntent(id)
                .setAmount(theirs.get())
                .putMetadata(StripePayment.ORDER, payment.order().toString())
                .putMetadata(StripePayment.REFUND, refund.toString())
                .build();
        var what = "refund " + refund;
        var refused = ask(
                what,
                () -> {
                    stripe.v1().refunds().create(params, key(refund + ":refund"));
                    return Optional.<String>empty();
                },
                refusal -> Optional.of(reasonForGood(what, refusal)));
        var now = books.retrieve(id);
        return refused.map(why -> with(new Return(refund, why), now)).orElse(now);
    }

    @Override
    public Optional<ProviderPayment> find(PaymentName payment) {
        return books.find(payment);
    }

    @Override
    public Ledger ledger(Instant from, Instant until, @Nullable String cursor) {
        return books.ledger(from, until, cursor);
    }

    /** The card's refusal comes with the payment as it stands then; of a means that is none, Stripe makes no payment. */
    private static ProviderPayment declined(String what, UUID order, Charge charge, StripeException refusal) {
        var error = refusal.getStripeError();
        if (refusal instanceof CardException && error != null && error.getPaymentIntent() != null) {
            return toProviderPayment(error.getPaymentIntent());
        }
        if (refusal instanceof InvalidRequestException it && (isAboutThePaymentMethod(it) || isAboutTheAmount(it))) {
            return StripePayment.neverMade(order, charge.amount(), it.getCode());
        }
        throw failureOf(what, refusal);
    }

    /** The customer's storefront chose it: an unknown one, one of another kind, one that was used already. */
    private static boolean isAboutThePaymentMethod(InvalidRequestException it) {
        return "payment_method".equals(it.getParam())
                || "payment_method_unexpected_state".equals(it.getCode())
                || String.valueOf(it.getMessage()).startsWith(ALREADY_USED);
    }

    /** Too small, too large, or in a currency that the account does not take: nobody can mend that for this order. */
    private static boolean isAboutTheAmount(InvalidRequestException it) {
        return "amount".equals(it.getParam())
                || "currency".equals(it.getParam())
                || String.valueOf(it.getCode()).startsWith("amount_too_");
    }

    /** An authorization ends by itself after some days, and a bank may still refuse. */
    private ProviderPayment notCaptured(String what, String id, StripeException refusal) {
        var now = books.retrieve(id);
        if (now.standing() == Standing.CAPTURED) {
            return now;
        }
        if (now.standing() == Standing.RETURNED) {
            return standing(Standing.CAPTURE_REFUSED, "authorization_expired", now);
        }
        if (refusal instanceof CardException) {
            var reason = StripePayment.reasonOf(refusal.getStripeError());
            return standing(Standing.CAPTURE_REFUSED, reason == null ? "card_error" : reason, now);
        }
        throw failureOf(what, refusal);
    }

    /** What is taken already cannot be cancelled, but given back. */
    private ProviderPayment givenBack(String what, PaymentName payment, String id, StripeException refusal) {
        var now = books.retrieve(id);
        if (now.standing() == Standing.RETURNED) {
            return now;
        }
        if (now.standing() != Standing.CAPTURED) {
            throw failureOf(what, refusal);
        }
        var rest = RefundCreateParams.builder()
                .setPaymentIntent(id)
                .putMetadata(StripePayment.ORDER, payment.order().toString())
                .build();
        ask(what, () -> stripe.v1().refunds().create(rest, key(payment.order() + ":void-refund")));
        return books.retrieve(id);
    }

    private static String reasonForGood(String what, StripeException refusal) {
        var code = refusal.getCode() == null ? "" : refusal.getCode();
        return switch (code) {
            case "charge_already_refunded", "amount_too_large", "charge_disputed", "charge_not_refundable" -> code;
            default -> throw failureOf(what, refusal);
        };
    }

    private static ProviderPayment toProviderPayment(PaymentIntent it) {
        return StripeBooks.toProviderPayment(it, List.of());
    }

    private static ProviderPayment standing(Standing standing, String reason, ProviderPayment it) {
        return new ProviderPayment(
                it.order(), it.reference(), it.amount(), standing, reason, null, it.returned(), it.refunds());
    }

    private static ProviderPayment with(Return refusal, ProviderPayment it) {
        return new ProviderPayment(
                it.order(),
                it.reference(),
                it.amount(),
                it.standing(),
                it.reason(),
                it.actionUrl(),
                it.returned(),
                List.of(refusal));
    }

    private static RequestOptions key(String idempotencyKey) {
        return RequestOptions.builder().setIdempotencyKey(idempotencyKey).build();
    }
}
