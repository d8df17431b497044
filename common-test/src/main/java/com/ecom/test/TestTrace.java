package com.ecom.test;

import java.util.UUID;

/**
 * A trace that began elsewhere.
 *
 * @param sampled whether whoever began it wants its spans to be kept
 */
public record TestTrace(String id, boolean sampled) {

    public static TestTrace begun() {
        return new TestTrace(UUID.randomUUID().toString().replace("-", ""), true);
    }

    public static TestTrace begunUnsampled() {
        return new TestTrace(begun().id(), false);
    }

    /** As the W3C header and as our envelopes carry it. */
    public String traceparent() {
        return "00-%s-%s-%s".formatted(id, id.substring(16), sampled ? "01" : "00");
    }
}
