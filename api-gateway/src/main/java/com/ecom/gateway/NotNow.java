package com.ecom.gateway;

import java.time.Duration;

/** We do not even ask the service, because it would not answer well. */
class NotNow extends RuntimeException {

    private final String code;
    private final Duration comeBackIn;

    NotNow(String code, Duration comeBackIn) {
        super(code, null, false, false);
        this.code = code;
        this.comeBackIn = comeBackIn;
    }

    String code() {
        return code;
    }

    /** For {@code Retry-After}. */
    long seconds() {
        return Math.max(1, Math.ceilDiv(comeBackIn.toMillis(), 1_000L));
    }
}
