package com.ecom.core.batching;

import com.ecom.core.problems.Outage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets callers who want the same kind of thing at the same time share one round, because commits are what costs. Whoever
 * finds no round going on makes one for all who wait, the first first. Nobody waits for company: a caller who is alone is
 * a round of one.
 *
 * @param <I> what a caller wants
 * @param <O> what comes of it
 */
public final class Batches<I, O> {

    private final int atMost;
    private final Function<List<I>, List<O>> round;
    private final BlockingQueue<Entry<I, O>> waiting = new LinkedBlockingQueue<>();
    private final Lock turn = new ReentrantLock();

    /**
     * @param atMost so many share a round
     * @param round does what all of them want, or nothing of it; returns what came of each, in the same order. It runs
     *     on the thread of one of the callers: whatever belongs to a thread is not the others'.
     */
    public Batches(int atMost, Function<List<I>, List<O>> round) {
        this.atMost = atMost;
        this.round = round;
    }

    /**
     * Returns when the round is over. A round that fails is taken apart, so that a caller gets only its own failure;
     * if what it needs is away, it is away for all who wait.
     *
     * @throws IllegalTransactionStateException within a transaction, which would keep its locks while it waits for others
     */
    public O join(I input) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalTransactionStateException("Whoever waits for others must not hold a transaction");
        }
        var mine = new Entry<I, O>(input);
        waiting.add(mine);
        while (!mine.over) {
            turn.lock();
            try {
                if (!mine.over) {
                    takeNext();
                }
            } finally {
                turn.unlock();
            }
        }
        return mine.outcome();
    }

    private void takeNext() {
        var some = new ArrayList<Entry<I, O>>();
        waiting.drainTo(some, atMost);
        try {
            take(some);
        } catch (RuntimeException e) {
            if (isAnOutage(e)) {
                // Who came meanwhile would only wait as long again for the same.
                waiting.drainTo(some);
                some.forEach(it -> it.fail(e));
            } else if (some.size() == 1) {
                some.getFirst().fail(e);
            } else {
                some.forEach(this::takeAlone);
            }
        } catch (Error e) {
            some.forEach(it -> it.fail(new IllegalStateException(e)));
            throw e;
        }
    }

    private void takeAlone(Entry<I, O> it) {
        try {
            take(List.of(it));
        } catch (RuntimeException e) {
            it.fail(e);
        }
    }

    private void take(List<Entry<I, O>> some) {
        var outcomes = round.apply(some.stream().map(it -> it.input).toList());
        if (outcomes.size() != some.size()) {
            throw new IllegalStateException("%d outcomes for %d inputs".formatted(outcomes.size(), some.size()));
        }
        for (int i = 0; i < outcomes.size(); i++) {
            some.get(i).succeed(outcomes.get(i));
        }
    }

    /** Locks that others hold are not an outage: they concern some and not all. */
    private static boolean isAnOutage(RuntimeException e) {
        return !(e instanceof ConcurrencyFailureException) && Outage.isBehind(e);
    }

    private static final class Entry<I, O> {

        private final I input;
        private volatile boolean over;
        private @Nullable O outcome;
        private @Nullable RuntimeException failure;

        Entry(I input) {
            this.input = input;
        }

        void succeed(O it) {
            outcome = it;
            over = true;
        }

        void fail(RuntimeException it) {
            failure = it;
            over = true;
        }

        O outcome() {
            if (failure != null) {
                throw failure;
            }
            return Objects.requireNonNull(outcome);
        }
    }
}
