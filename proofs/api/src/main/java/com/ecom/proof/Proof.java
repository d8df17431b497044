package com.ecom.proof;

import java.util.Optional;

/** One promise of the shop, put to the test. */
public interface Proof {

    /** The word that chooses it, as in {@code ./ecom prove saga}. */
    String name();

    /** The promise, in one sentence. */
    String promise();

    /** The seeds from which its choices follow, in words; nothing where it leaves none to a seed. */
    default Optional<String> seeds(Effort effort) {
        return Optional.empty();
    }

    /** Tries to break the promise. Returns what came of it; throws only if it could not be tried at all. */
    Verdict prove(Effort effort) throws Exception;
}
