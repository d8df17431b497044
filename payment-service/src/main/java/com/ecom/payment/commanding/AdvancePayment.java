package com.ecom.payment.commanding;

import com.ecom.core.outbox.Outbox;
import com.ecom.payment.model.Calls;
import com.ecom.payment.model.Charge;
import com.ecom.payment.model.IntentFact;
import com.ecom.payment.model.Intents;
import com.ecom.payment.model.Lifecycle;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class AdvancePayment implements Lifecycle {

    private final Intents intents;
    private final Calls calls;
    private final Outbox outbox;

    AdvancePayment(Intents intents, Calls calls, Outbox outbox) {
        this.intents = intents;
        this.calls = calls;
        this.outbox = outbox;
    }

    @Override
    @Transactional
    public void advance(UUID order, @Nullable Charge charge, IntentFact fact) {
        var intent = intents.lock(order, charge);
        var step = intent.on(fact);
        if (!step.intent().equals(intent)) {
            intents.keep(step.intent());
        }
        step.calls().forEach(it -> calls.request(intent.id(), it));
        step.events().forEach(outbox::publish);
    }

    @Override
    @Transactional
    public void advance(UUID order, IntentFact fact) {
        advance(order, null, fact);
    }
}
