package com.ecom.payment.webhooks;

import com.ecom.core.envelope.TraceLink;
import com.ecom.core.privacy.ErasedSubjects;
import com.ecom.payment.model.Charge;
import com.ecom.payment.model.Intent;
import com.ecom.payment.model.Intents;
import com.ecom.payment.model.Lifecycle;
import com.ecom.payment.model.Lifecycle.PaymentUpdate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Compares what the provider says with the payment it is about, before anything is made of it. */
@Component
@RequiredArgsConstructor
class WebhookMatcher {

    private final Intents intents;
    private final Lifecycle payments;
    private final ErasedSubjects erased;
    private final TraceLink trace;

    /** The payments, where there are any, are locked until the end of the transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    List<Match> match(List<ProviderEvent> event) {
        var known = intents.lockKnown(event.stream().map(ProviderEvent::orderId).collect(Collectors.toSet()));
        var forgotten = erased.among(known.values().stream()
                .flatMap(it -> Stream.ofNullable(it.charge()))
                .map(Charge::customerId)
                .collect(Collectors.toSet()));
        return event.stream()
                .map(it -> match(it, known.get(it.orderId()), forgotten))
                .toList();
    }

    private static Match match(ProviderEvent event, @Nullable Intent intent, Set<UUID> forgotten) {
        if (intent == null || intent.charge() == null) {
            return new Match(event, null, Outcome.ORPHAN, false);
        }
        var outcome = agrees(event, intent) ? Outcome.APPLIED : Outcome.MISMATCH;
        return new Match(
                event, intent, outcome, forgotten.contains(intent.knownCharge().customerId()));
    }

    /** What follows on something new about a payment was judged by what is no longer so, and is left to the lifecycle. */
    @Transactional(propagation = Propagation.MANDATORY)
    void apply(List<Match> matches) {
        var moved = new HashSet<UUID>();
        var updates = new ArrayList<PaymentUpdate>();
        for (var it : matches) {
            var event = it.event();
            showInPurchase(it);
            if (it.outcome() == Outcome.APPLIED && (moved.contains(event.orderId()) || !it.saysNothingNew())) {
                moved.add(event.orderId());
                updates.add(new PaymentUpdate(event.orderId(), null, event.asFact(), event.reference()));
            }
        }
        if (!updates.isEmpty()) {
            payments.advance(updates);
        }
    }

    /** A provider knows of no trace of ours; what it says of a payment belongs to that of the purchase. */
    private void showInPurchase(Match it) {
        if (it.intent() != null) {
            trace.begin(it.intent().trace(), "webhook " + it.event().type()).end();
        }
    }

    private static boolean agrees(ProviderEvent event, Intent intent) {
        var refund = event.refundId();
        return refund == null
                ? intent.knownCharge().amount().equals(event.money())
                : intent.refunds()
                        .find(refund)
                        .filter(it -> it.amount().equals(event.refundMoney()))
                        .isPresent();
    }

    /** @param aboutForgotten whether the customer was forgotten, so that nothing is kept word for word */
    record Match(ProviderEvent event, @Nullable Intent intent, Outcome outcome, boolean aboutForgotten) {

        /** The answer to the call itself is usually faster than the webhook about it. */
        private boolean saysNothingNew() {
            if (intent == null) {
                return true;
            }
            var step = intent.on(event.asFact());
            return step.intent().equals(intent)
                    && step.calls().isEmpty()
                    && step.events().isEmpty();
        }
    }
}
