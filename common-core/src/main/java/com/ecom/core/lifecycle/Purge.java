package com.ecom.core.lifecycle;

import com.ecom.core.fault.FaultPoint;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.IntUnaryOperator;

/** Deletes what is old in small statements with pauses between them, so that nobody waits for a purge. */
public final class Purge {

    private static final int CHUNK = 1_000;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Purge() {}

    /** @param delete deletes up to as many rows as it is given, and returns how many it did */
    public static void inChunks(IntUnaryOperator delete) {
        inChunks(delete, () -> true);
    }

    /** @param quiet asked before each chunk; what is left when it is not quiet waits for the next purge */
    public static void inChunks(IntUnaryOperator delete, BooleanSupplier quiet) {
        try {
            while (quiet.getAsBoolean() && delete.applyAsInt(CHUNK) == CHUNK) {
                FaultPoint.pass("purge-between-chunks");
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
