package com.ecom.proof;

/** One promise of the shop, put to the test. */
public interface Proof {

    /** The word that chooses it, as in {@code ./ecom prove saga}. */
    String name();

    /** The promise, in one sentence. */
    String promise();

    /** Tries to break the promise. Returns what came of it; throws only if it could not be tried at all. */
    Verdict prove(Effort effort) throws Exception;
}
