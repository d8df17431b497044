package com.ecom.payment.webhooks;

import com.ecom.core.envelope.TraceLink;
import com.ecom.core.privacy.ErasedSubjects;
import com.ecom.payment.model.Charge;
import com.ecom.payment.model.Intent;
import com.ecom.payment.model.Intents;
import com.ecom.payment.model.Lifecycle;
import com.ecom.payment.model.Lifecycle.Told;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Compares what the provider says with the payment it is about, before anything is made of it. */
@Component
class Hearing {

    private final Intents intents;
    private final Lifecycle payments;
    private final ErasedSubjects erased;
    private final TraceLink trace;

    Hearing(Intents intents, Lifecycle payments, ErasedSubjects erased, TraceLink trace) {
        this.erased = erased;
        this.trace = trace;
        this.intents = intents;
        this.payments = payments;
    }

    /** The payments, where there are any, are locked until the end of the transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    List<Finding> judge(List<ProviderNews> news) {
        var known = intents.lockKnown(news.stream().map(ProviderNews::orderId).collect(Collectors.toSet()));
        var forgotten = erased.among(known.values().stream()
                .flatMap(it -> Stream.ofNullable(it.charge()))
                .map(Charge::customerId)
                .collect(Collectors.toSet()));
        return news.stream()
                .map(it -> judge(it, known.get(it.orderId()), forgotten))
                .toList();
    }

    private static Finding judge(ProviderNews news, @Nullable Intent intent, Set<UUID> forgotten) {
        if (intent == null || intent.charge() == null) {
            return new Finding(news, null, Outcome.ORPHAN, false);
        }
        var outcome = agrees(news, intent) ? Outcome.APPLIED : Outcome.MISMATCH;
        return new Finding(
                news, intent, outcome, forgotten.contains(intent.knownCharge().customerId()));
    }

    /** What follows on something new about a payment was judged by what is no longer so, and is left to the lifecycle. */
    @Transactional(propagation = Propagation.MANDATORY)
    void apply(List<Finding> findings) {
        var moved = new HashSet<UUID>();
        var told = new ArrayList<Told>();
        for (var it : findings) {
            var news = it.news();
            showInPurchase(it);
            if (it.outcome() == Outcome.APPLIED && (moved.contains(news.orderId()) || !it.saysNothingNew())) {
                moved.add(news.orderId());
                told.add(new Told(news.orderId(), null, news.asFact(), news.reference()));
            }
        }
        if (!told.isEmpty()) {
            payments.advance(told);
        }
    }

    /** A provider knows of no trace of ours; what it says of a payment belongs to that of the purchase. */
    private void showInPurchase(Finding it) {
        if (it.intent() != null) {
            trace.begin(it.intent().trace(), "webhook " + it.news().type()).end();
        }
    }

    private static boolean agrees(ProviderNews news, Intent intent) {
        var refund = news.refundId();
        return refund == null
                ? intent.knownCharge().amount().equals(news.money())
                : intent.refunds()
                        .find(refund)
                        .filter(it -> it.amount().equals(news.refundMoney()))
                        .isPresent();
    }

    /** @param aboutForgotten whether the customer was forgotten, so that nothing is kept word for word */
    record Finding(ProviderNews news, @Nullable Intent intent, Outcome outcome, boolean aboutForgotten) {

        /** The answer to the call itself is usually faster than the webhook about it. */
        private boolean saysNothingNew() {
            if (intent == null) {
                return true;
            }
            var step = intent.on(news.asFact());
            return step.intent().equals(intent)
                    && step.calls().isEmpty()
                    && step.events().isEmpty();
        }
    }
}
