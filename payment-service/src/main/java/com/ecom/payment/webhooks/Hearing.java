package com.ecom.payment.webhooks;

import com.ecom.payment.model.Intent;
import com.ecom.payment.model.Intents;
import com.ecom.payment.model.Lifecycle;
import com.ecom.payment.model.Lifecycle.Told;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Compares what the provider says with the payment it is about, before anything is made of it. */
@Component
class Hearing {

    private final Intents intents;
    private final Lifecycle payments;

    Hearing(Intents intents, Lifecycle payments) {
        this.intents = intents;
        this.payments = payments;
    }

    /** The payment, if there is one, is locked until the end of the transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    Finding judge(ProviderNews news) {
        return intents.lockKnown(news.orderId())
                .filter(it -> it.charge() != null)
                .map(it -> new Finding(news, it, agrees(news, it) ? Outcome.APPLIED : Outcome.MISMATCH))
                .orElseGet(() -> new Finding(news, null, Outcome.ORPHAN));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void apply(Finding finding) {
        if (finding.outcome() == Outcome.APPLIED && !finding.saysNothingNew()) {
            var news = finding.news();
            payments.advance(List.of(new Told(news.orderId(), null, news.asFact(), news.reference())));
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

    record Finding(ProviderNews news, @Nullable Intent intent, Outcome outcome) {

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
