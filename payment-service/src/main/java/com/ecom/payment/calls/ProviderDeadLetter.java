package com.ecom.payment.calls;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call that failed for good.
 *
 * @param refundId what it is about, where there may be several
 * @param stillWanted whether the payment waits for the answer; if not, it came by another way
 */
record ProviderDeadLetter(
        UUID id,
        UUID orderId,
        String operation,
        @Nullable UUID refundId,
        Kind kind,
        int attempts,
        String error,
        State state,
        String paymentState,
        boolean stillWanted,
        Instant keptAt) {

    enum Kind {
        /** The provider says that this can never be. */
        REFUSED,
        /** There was no answer in all the attempts that there are. */
        EXHAUSTED
    }

    enum State {
        /** Until somebody decides. */
        WAITING,
        /** It was made due again; if it fails once more there is another letter. */
        REQUEUED,
        DISCARDED
    }
}
