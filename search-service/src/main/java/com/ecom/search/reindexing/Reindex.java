package com.ecom.search.reindexing;

import com.ecom.search.elastic.Rebuild;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One time that another index takes the place of the one that is searched.
 *
 * @param from the index that is searched until then; absent until it begins
 * @param to the one that is searched afterwards
 * @param total how many documents there were when it was asked for
 * @param copied how many have been copied so far, some perhaps twice
 * @param since the number of the last change of {@code from} that {@code to} has anyhow
 * @param position the number of the last change that was copied
 * @param tookOverAt the number of the last change of {@code to} when it took over
 * @param leasedUntil until then it belongs to one instance
 */
record Reindex(
        String id,
        Kind kind,
        String startedBy,
        Instant startedAt,
        String reason,
        @Nullable String from,
        @Nullable String to,
        long total,
        long copied,
        long since,
        long position,
        @Nullable Long tookOverAt,
        State state,
        @Nullable String failure,
        @Nullable Instant finishedAt,
        @Nullable Instant leasedUntil) {

    private static final Duration LEASE = Duration.ofSeconds(30);

    static Reindex asked(String id, Kind kind, String startedBy, Instant now, String reason, long total) {
        return new Reindex(
                id, kind, startedBy, now, reason, null, null, total, 0, -1, -1, null, State.RUNNING, null, null, null);
    }

    /** What it has to do, or has left to do. */
    Rebuild rebuild(String alias, String old, String next) {
        return new Rebuild(alias, old, next, since, position, startedAt.getEpochSecond());
    }

    Reindex begun(String old, String next, long hasAnyhow) {
        return with(old, next, copied, hasAnyhow, hasAnyhow, tookOverAt, state, failure, finishedAt, leasedUntil);
    }

    Reindex reached(long number, int documents) {
        return with(from, to, copied + documents, since, number, tookOverAt, state, failure, finishedAt, leasedUntil);
    }

    Reindex takesOver(long number) {
        return with(from, to, copied, since, position, number, state, failure, finishedAt, leasedUntil);
    }

    Reindex leased(Instant now) {
        return with(from, to, copied, since, position, tookOverAt, state, failure, finishedAt, now.plus(LEASE));
    }

    Reindex done(Instant now) {
        return with(from, to, copied, since, position, tookOverAt, State.DONE, null, now, null);
    }

    Reindex failed(String why, Instant now) {
        return with(from, to, copied, since, position, tookOverAt, State.FAILED, why, now, null);
    }

    private Reindex with(
            @Nullable String newFrom,
            @Nullable String newTo,
            long newCopied,
            long newSince,
            long newPosition,
            @Nullable Long newTookOverAt,
            State newState,
            @Nullable String newFailure,
            @Nullable Instant newFinishedAt,
            @Nullable Instant newLeasedUntil) {
        return new Reindex(
                id,
                kind,
                startedBy,
                startedAt,
                reason,
                newFrom,
                newTo,
                total,
                newCopied,
                newSince,
                newPosition,
                newTookOverAt,
                newState,
                newFailure,
                newFinishedAt,
                newLeasedUntil);
    }

    enum Kind {
        REINDEX,
        ROLLBACK
    }

    enum State {
        RUNNING,
        DONE,
        FAILED
    }
}
