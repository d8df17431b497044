package com.ecom.core.lifecycle;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;

/**
 * The time between the moment at which an instance says that it is not ready any more and the one at which it takes
 * nobody new: it still answers everybody, and asks whoever it answers to come back on another connection, which whoever
 * stands before it makes to another instance. So nobody's request is lost on a connection that is just being closed, if
 * this lasts longer than it takes to notice the former, and than those before it keep an idle connection.
 */
public final class Draining implements SmartLifecycle {

    private final Duration time;
    private volatile boolean running;
    private volatile boolean now;

    /** @param time nothing where nobody stands before the instance */
    public Draining(Duration time) {
        this.time = time;
    }

    /** Whether this instance is about to end. */
    public boolean isNow() {
        return now;
    }

    @Override
    public void start() {
        running = true;
    }

    /** Takes its time. */
    @Override
    public void stop() {
        now = true;
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before anything else stops. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
