package com.ecom.gateway;

import io.github.resilience4j.bulkhead.Bulkhead;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many requests may wait for one service at the same time, of all callers and of those of one network. */
class Room {

    private final Map<String, Integer> inside = new ConcurrentHashMap<>();
    private final Bulkhead all;
    private final int ofEach;

    Room(Bulkhead all, int ofEach) {
        this.all = all;
        this.ofEach = ofEach;
    }

    boolean enter(Party party) {
        if (!all.tryAcquirePermission()) {
            return false;
        }
        var now = inside.merge(party.network(), 1, Integer::sum);
        if (now > ofEach) {
            leave(party);
            return false;
        }
        return true;
    }

    void leave(Party party) {
        inside.computeIfPresent(party.network(), (_, now) -> now == 1 ? null : now - 1);
        all.onComplete();
    }
}
