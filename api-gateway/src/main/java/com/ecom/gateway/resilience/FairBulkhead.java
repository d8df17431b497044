package com.ecom.gateway.resilience;

import io.github.resilience4j.bulkhead.Bulkhead;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Limits the concurrent calls of one service: of all callers together, and of each network. */
class FairBulkhead {

    private final Map<String, Integer> inside = new ConcurrentHashMap<>();
    private final Bulkhead all;
    private final int ofEach;

    FairBulkhead(Bulkhead all, int ofEach) {
        this.all = all;
        this.ofEach = ofEach;
    }

    boolean tryAcquire(FairnessKey key) {
        if (!isThereRoom()) {
            return false;
        }
        var now = inside.merge(key.network(), 1, Integer::sum);
        if (now > ofEach) {
            release(key);
            return false;
        }
        return true;
    }

    /**
     * Nobody waits here, and yet the library takes an interrupted thread for one that gave up waiting. Here threads work for
     * one request after the other, and an interruption says nothing about the next.
     */
    private boolean isThereRoom() {
        var interrupted = Thread.interrupted();
        try {
            return all.tryAcquirePermission();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    void release(FairnessKey key) {
        inside.computeIfPresent(key.network(), (_, now) -> now == 1 ? null : now - 1);
        all.onComplete();
    }
}
