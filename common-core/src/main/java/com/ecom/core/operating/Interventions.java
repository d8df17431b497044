package com.ecom.core.operating;

import com.ecom.core.idempotency.IdempotencyKey;
import java.util.function.LongSupplier;

/** Carries out what an operator asks for, and puts it on the record. */
public interface Interventions {

    /**
     * Once per key: where there is a relational database, effect, record and key are kept together or not at all. The
     * effect itself must tolerate being repeated, for elsewhere it may be.
     *
     * @param request everything that was asked for, by which a repetition is known
     * @param action such as {@code outbox.replay}
     * @param target what is to be affected, for whoever reads the record
     * @param effect returns how many things it changed
     */
    Outcome carryOut(
            IdempotencyKey key, Object request, String action, String target, String reason, LongSupplier effect);

    /**
     * @param affected how many things were changed, or would be
     * @param dryRun whether nothing was done but counting
     */
    record Outcome(long affected, boolean dryRun) {

        public static Outcome wouldAffect(long count) {
            return new Outcome(count, true);
        }
    }
}
