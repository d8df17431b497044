package com.ecom.payment.commands;

import com.ecom.core.envelope.TraceLink;
import com.ecom.core.fault.FaultPoint;
import com.ecom.core.inbox.Received;
import com.ecom.core.outbox.Outbox;
import com.ecom.payment.model.Calls;
import com.ecom.payment.model.Charge;
import com.ecom.payment.model.Intent;
import com.ecom.payment.model.Intents;
import com.ecom.payment.model.Lifecycle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@RequiredArgsConstructor
class AdvancePayment implements Lifecycle {

    private final Intents intents;
    private final Calls calls;
    private final Outbox outbox;
    private final TraceLink trace;

    @Override
    @Transactional
    public void advance(Collection<PaymentUpdate> updates) {
        var batch = new Batch(updates);
        updates.forEach(it -> trace.continuing(
                batch.traceOf(it), "payment " + it.fact().getClass().getSimpleName(), () -> batch.take(it)));
        batch.keep();
    }

    /** What orders command: many at once cost little more than one. */
    @Transactional
    void handle(List<Received<PaymentUpdate>> received) {
        var batch = new Batch(received.stream().map(Received::content).toList());
        received.forEach(it -> it.whileHandled(() -> batch.take(it.content())));
        batch.keep();
    }

    /** Some payments, locked and read together, and written together in the end. */
    private final class Batch {

        private final Map<UUID, Intent> locked;
        private final Map<UUID, Intent> changed = new LinkedHashMap<>();
        private final List<Calls.Wanted> wanted = new ArrayList<>();

        Batch(Collection<PaymentUpdate> updates) {
            var charges = new HashMap<UUID, @Nullable Charge>();
            for (var it : updates) {
                if (it.charge() != null || !charges.containsKey(it.order())) {
                    charges.put(it.order(), it.charge());
                }
            }
            locked = intents.lock(charges);
        }

        @Nullable
        String traceOf(PaymentUpdate update) {
            return Objects.requireNonNull(locked.get(update.order())).trace();
        }

        void take(PaymentUpdate update) {
            var intent = Objects.requireNonNull(locked.get(update.order()));
            var step = intent.knownAs(update.reference()).on(update.fact());
            var next = step.intent();
            if (!next.equals(intent)) {
                next = next.movedAt(trace.current());
                locked.put(update.order(), next);
                changed.put(update.order(), next);
            }
            for (var call : step.calls()) {
                wanted.add(new Calls.Wanted(next, call));
            }
            step.events().forEach(outbox::publish);
        }

        void keep() {
            intents.keep(changed.values());
            FaultPoint.pass("intents-kept-before-calls");
            calls.request(wanted);
        }
    }
}
