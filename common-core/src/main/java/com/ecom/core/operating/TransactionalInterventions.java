package com.ecom.core.operating;

import com.ecom.core.idempotency.Idempotency;
import com.ecom.core.idempotency.IdempotencyKey;
import java.util.function.LongSupplier;
import org.springframework.transaction.annotation.Transactional;

class TransactionalInterventions implements Interventions {

    private final Idempotency idempotency;
    private final Audit audit;

    TransactionalInterventions(Idempotency idempotency, Audit audit) {
        this.idempotency = idempotency;
        this.audit = audit;
    }

    @Override
    @Transactional
    public Outcome carryOut(
            IdempotencyKey key, Object request, String action, String target, String reason, LongSupplier effect) {
        return idempotency.once(key, request, Outcome.class, () -> {
            var affected = effect.getAsLong();
            audit.note(new Intervention(key.caller(), action, target, reason, affected));
            return new Outcome(affected, false);
        });
    }
}
