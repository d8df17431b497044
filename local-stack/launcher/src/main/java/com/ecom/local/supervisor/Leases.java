package com.ecom.local.supervisor;

import java.time.Duration;

/** Who still needs the stack. When nobody has for a while, it ends. */
final class Leases {

    private static final Duration UNTIL_THE_FIRST_COMES = Duration.ofSeconds(20);

    private final Duration timeout;

    private int held;
    private boolean kept;
    private boolean ended;
    private long endsAt = System.nanoTime() + UNTIL_THE_FIRST_COMES.toNanos();

    Leases(Duration timeout) {
        this.timeout = timeout;
    }

    /** {@code false}, and no lease, if the stack is ending already. */
    synchronized boolean take() {
        if (ended) {
            return false;
        }
        held++;
        return true;
    }

    synchronized void giveBack() {
        held--;
        endsAt = System.nanoTime() + timeout.toNanos();
        notifyAll();
    }

    /** From now on only {@link #end} ends the stack. */
    synchronized void keep() {
        kept = true;
    }

    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Returns when the stack is to stop. */
    synchronized void awaitEnd() throws InterruptedException {
        while (!ended) {
            if (kept || held > 0) {
                wait();
                continue;
            }
            var left = Duration.ofNanos(endsAt - System.nanoTime());
            if (left.isPositive()) {
                wait(left.toMillis() + 1);
            } else {
                ended = true;
            }
        }
    }
}
