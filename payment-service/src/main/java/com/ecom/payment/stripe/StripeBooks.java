package com.ecom.payment.stripe;

import static com.ecom.payment.stripe.StripeCalls.ask;

import com.ecom.payment.model.PaymentName;
import com.ecom.payment.model.PaymentProvider.Ledger;
import com.ecom.payment.model.ProviderFailure.Unavailable;
import com.ecom.payment.model.ProviderPayment;
import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.PaymentIntentSearchParams;
import com.stripe.param.RefundListParams;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What Stripe knows, without changing any of it. */
final class StripeBooks {

    static final String CHARGE = "latest_charge";

    private static final long PAGE = 100;

    private final StripeClient stripe;

    StripeBooks(StripeClient stripe) {
        this.stripe = stripe;
    }

    Optional<ProviderPayment> find(PaymentName payment) {
        return payment.reference() == null ? search(payment.order()).map(this::withRefunds) : look(payment.reference());
    }

    private Optional<ProviderPayment> look(String id) {
        return ask("find " + id, () -> Optional.of(fetch(id)), refusal -> {
                    if ("resource_missing".equals(refusal.getCode())) {
                        return Optional.<PaymentIntent>empty();
                    }
                    throw StripeCalls.failureOf("find " + id, refusal);
                })
                .map(this::withRefunds);
    }

    ProviderPayment retrieve(String id) {
        return withRefunds(ask("find " + id, () -> fetch(id)));
    }

    private PaymentIntent fetch(String id) throws StripeException {
        var question = PaymentIntentRetrieveParams.builder().addExpand(CHARGE).build();
        return stripe.v1().paymentIntents().retrieve(id, question);
    }

    Ledger ledger(Instant from, Instant until, @Nullable String cursor) {
        var question = PaymentIntentListParams.builder()
                .setCreated(PaymentIntentListParams.Created.builder()
                        .setGte(from.getEpochSecond())
                        .setLt(until.getEpochSecond())
                        .build())
                .setLimit(PAGE)
                .addExpand("data." + CHARGE);
        if (cursor != null) {
            question.setStartingAfter(cursor);
        }
        var page = ask("ledger", () -> stripe.v1().paymentIntents().list(question.build()));
        var payments = page.getData().stream()
                .flatMap(it -> StripePayment.toProviderPayment(it, List.of()).stream())
                .toList();
        return new Ledger(payments, page.getHasMore() ? page.getData().getLast().getId() : null);
    }

    /** @throws Unavailable where nobody has said it yet, and it is not to be found */
    String idOf(PaymentName payment) {
        return Optional.ofNullable(payment.reference())
                .or(() -> search(payment.order()).map(PaymentIntent::getId))
                .orElseThrow(() -> new Unavailable(
                        "find " + payment.order(), new NoSuchElementException("It is not to be found yet")));
    }

    static ProviderPayment toProviderPayment(PaymentIntent it, List<Refund> refunds) {
        return StripePayment.toProviderPayment(it, refunds)
                .orElseThrow(() -> new NoSuchElementException("Payment " + it.getId() + " is of no order"));
    }

    private ProviderPayment withRefunds(PaymentIntent it) {
        return toProviderPayment(it, it.getLatestCharge() == null ? List.of() : refundsOf(it.getId()));
    }

    private List<Refund> refundsOf(String id) {
        var question =
                RefundListParams.builder().setPaymentIntent(id).setLimit(PAGE).build();
        return ask(
                "refunds of " + id, () -> stripe.v1().refunds().list(question).getData());
    }

    /** Where the answer that named it got lost. Stripe's search is about a minute behind. */
    private Optional<PaymentIntent> search(UUID order) {
        var question = PaymentIntentSearchParams.builder()
                .setQuery("metadata['%s']:'%s'".formatted(StripePayment.ORDER, order))
                .addExpand("data." + CHARGE)
                .build();
        return ask(
                        "search " + order,
                        () -> stripe.v1().paymentIntents().search(question).getData())
                .stream()
                .findFirst();
    }
}
