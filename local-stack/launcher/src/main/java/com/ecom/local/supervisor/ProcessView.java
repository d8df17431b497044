package com.ecom.local.supervisor;

import org.jspecify.annotations.Nullable;

/**
 * One process as it is now.
 *
 * @param pid absent while nothing runs
 * @param residentKib the memory it really occupies, zero while nothing runs
 * @param startMillis how long its last start took until it was well, zero if it never was
 */
public record ProcessView(
        String name, State state, String address, @Nullable Long pid, long residentKib, long startMillis) {

    ProcessView unwell() {
        return new ProcessView(name, State.UNWELL, address, pid, residentKib, startMillis);
    }

    /** How a process is. */
    public enum State {
        DOWN,
        STARTING,
        UP,
        /** It runs and does not answer as it should. */
        UNWELL,
        /** It ended without being asked to, or never became well. */
        DIED
    }
}
