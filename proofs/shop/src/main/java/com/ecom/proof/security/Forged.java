package com.ecom.proof.security;

import java.util.List;
import java.util.Map;

/**
 * A token that nobody may believe.
 *
 * @param headers how it is presented
 */
record Forged(String name, Map<String, List<String>> headers) {

    private static final int SERVERS_READ = 16_000;

    /** Whether a server may refuse it before anybody looks for a token. */
    boolean isHardToRead() {
        return isTooLong() || headers.values().stream().anyMatch(it -> it.size() > 1);
    }

    boolean isTooLong() {
        return headers.values().stream().anyMatch(it -> it.getFirst().length() > SERVERS_READ);
    }
}
