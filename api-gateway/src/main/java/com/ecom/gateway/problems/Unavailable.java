package com.ecom.gateway.problems;

import java.time.Duration;

/** The gateway does not call a service, because the call would probably fail; the client should retry later. */
public class Unavailable extends RuntimeException {

    private final String code;
    private final Duration retryAfter;

    public Unavailable(String code, Duration retryAfter) {
        super(code, null, false, false);
        this.code = code;
        this.retryAfter = retryAfter;
    }

    public String code() {
        return code;
    }

    /** The value of {@code Retry-After}. */
    public long retryAfterSeconds() {
        return Math.max(1, Math.ceilDiv(retryAfter.toMillis(), 1_000L));
    }
}
