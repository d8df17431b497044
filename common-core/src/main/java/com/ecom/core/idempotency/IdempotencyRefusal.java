package com.ecom.core.idempotency;

/** Why a request that should be repeatable is not carried out. */
public abstract sealed class IdempotencyRefusal extends RuntimeException {

    private IdempotencyRefusal(String message) {
        super(message);
    }

    public static final class KeyMissing extends IdempotencyRefusal {
        KeyMissing() {
            super("An Idempotency-Key is needed: 1 to 128 letters, digits, hyphens and underscores");
        }
    }

    public static final class KeyReused extends IdempotencyRefusal {
        KeyReused() {
            super("This Idempotency-Key already belongs to a different request");
        }
    }

    public static final class StillUnderWay extends IdempotencyRefusal {
        StillUnderWay(Throwable cause) {
            super("The same request is still under way; repeat it in a moment");
            initCause(cause);
        }
    }
}
