package com.ecom.proof.planting;

import org.jspecify.annotations.Nullable;

/**
 * A mistake, and a check that tells sound code from code that makes it.
 *
 * @param sound the check on the code as it is: finds nothing
 * @param broken the same check on the code with the mistake: says what went wrong
 */
public record Planted(String name, Check sound, Check broken) {

    /** Tries something on a database that is the check's alone. */
    @FunctionalInterface
    public interface Check {

        /** What went wrong, if anything did. */
        @Nullable
        String violation(Database database) throws Exception;
    }
}
