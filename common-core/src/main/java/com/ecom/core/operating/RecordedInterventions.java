package com.ecom.core.operating;

import com.ecom.core.idempotency.IdempotencyKey;
import java.util.function.LongSupplier;

/** For services without a database of rows: their effects change only what is not yet changed. */
class RecordedInterventions implements Interventions {

    private final Audit audit;

    RecordedInterventions(Audit audit) {
        this.audit = audit;
    }

    @Override
    public Outcome carryOut(
            IdempotencyKey key, Object request, String action, String target, String reason, LongSupplier effect) {
        var affected = effect.getAsLong();
        audit.note(new Intervention(key.caller(), action, target, reason, affected));
        return new Outcome(affected, false);
    }
}
