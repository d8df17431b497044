package com.ecom.order.model;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many accepted orders wait for the answers of others, and whether one more would be answered in time. By Little's law it waits
 * for as long as those before it take, at the rate at which orders are answered now. Where nothing at all is answered
 * somebody is away, and that is no reason to refuse orders: they wait until whoever it is comes back.
 *
 * <p>Each instance counts at once what it does itself, and now and then looks at what all of them did.
 */
public final class Backlog {

    private static final Duration AWAY = Duration.ofSeconds(5);
    private static final Duration SOONEST = Duration.ofSeconds(1);
    private static final Duration LATEST = Duration.ofSeconds(10);

    private final Duration maxWait;
    private final int least;
    private final AtomicLong underWay = new AtomicLong();
    private final AtomicLong sinceTheLook = new AtomicLong();
    private final AtomicLong entered = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private volatile Look look;

    /**
     * @param maxWait how long an order may take to be answered for good
     * @param least so many may wait in any case
     */
    public Backlog(Duration maxWait, int least) {
        this.maxWait = maxWait;
        this.least = least;
        this.look = new Look(0, 0, least);
    }

    /** Whether one more may try; if so, it has to {@link #leave}. */
    public boolean enter() {
        entered.incrementAndGet();
        underWay.incrementAndGet();
        if (size() <= look.most()) {
            return true;
        }
        underWay.decrementAndGet();
        return false;
    }

    public void leave() {
        underWay.decrementAndGet();
    }

    /** One that had entered was accepted. */
    public void placed() {
        sinceTheLook.incrementAndGet();
    }

    /** One that was accepted waits for nobody any more, or for its customer only. */
    public void answered() {
        sinceTheLook.decrementAndGet();
    }

    /** One is sent away; says when it may come back. */
    public Duration turnAway() {
        refused.incrementAndGet();
        var rate = look.perSecond();
        var wait = rate == 0
                ? SOONEST
                : Duration.ofMillis(Math.round(size() * 1_000 / rate)).minus(maxWait);
        return wait.compareTo(SOONEST) < 0 ? SOONEST : wait.compareTo(LATEST) > 0 ? LATEST : wait;
    }

    public long size() {
        return Math.max(0, look.waiting() + sinceTheLook.get()) + underWay.get();
    }

    /** So many may wait; endless while nothing is answered at all. */
    public double most() {
        return look.most();
    }

    public long entered() {
        return entered.get();
    }

    public long refused() {
        return refused.get();
    }

    /** To be asked for before a look, so that what happens meanwhile is counted as well. */
    public long mark() {
        return sinceTheLook.get();
    }

    /**
     * What all instances did.
     *
     * @param mark from before the look
     * @param waiting of the orders that were accepted lately
     * @param answered so many orders, of whatever age
     * @param during the time in which they were
     */
    public void looked(long mark, long waiting, long answered, Duration during) {
        var rate = during.isPositive() ? answered * 1_000.0 / during.toMillis() : 0;
        var isAway = answered == 0 && waiting > 0 && during.compareTo(AWAY) >= 0;
        var most = isAway ? Double.POSITIVE_INFINITY : Math.max(least, rate * maxWait.toMillis() / 1_000);
        sinceTheLook.addAndGet(-mark);
        look = new Look(waiting, rate, most);
    }

    private record Look(long waiting, double perSecond, double most) {}
}
