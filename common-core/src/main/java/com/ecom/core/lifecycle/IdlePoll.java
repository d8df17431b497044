package com.ecom.core.lifecycle;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Looks for work at every tick of a schedule while there was some lately, and at every tenth while there was none: what
 * nobody announces was left behind by a crash, and an idle service should cost nothing.
 */
public final class IdlePoll {

    private static final int LATELY = 20;
    private static final int SELDOM = 10;

    private final AtomicInteger ticksWithoutWork = new AtomicInteger();

    /** @param work whether there was any */
    public void tick(BooleanSupplier work) {
        var quiet = ticksWithoutWork.getAndIncrement();
        if ((quiet < LATELY || quiet % SELDOM == 0) && work.getAsBoolean()) {
            ticksWithoutWork.set(0);
        }
    }

    /** There was work, and there may be more soon. */
    public void wake() {
        ticksWithoutWork.set(0);
    }
}
