package com.ecom.core.inbox;

import com.ecom.core.envelope.CloudEvents;
import java.io.IOException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;
import tools.jackson.core.JacksonException;

/** How long a failing message is tried: for ever while something it needs is away, a few times if it is its own fault. */
final class Patience {

    private Patience() {}

    static BackOff with(Throwable failure) {
        for (var it = failure; it != null; it = it.getCause()) {
            if (it instanceof CloudEvents.Unreadable || it instanceof JacksonException) {
                return new FixedBackOff(0, 0);
            }
            if (isAnOutage(it)) {
                return untilItIsBack();
            }
        }
        return fewTimes();
    }

    private static boolean isAnOutage(Throwable it) {
        return it instanceof TransientDataAccessException
                || it instanceof RecoverableDataAccessException
                || it instanceof DataAccessResourceFailureException
                || it instanceof CannotCreateTransactionException
                || it instanceof IOException;
    }

    private static BackOff untilItIsBack() {
        var backOff = new ExponentialBackOff(500, 2);
        backOff.setMaxInterval(15_000);
        backOff.setJitter(250);
        return backOff;
    }

    private static BackOff fewTimes() {
        var backOff = new ExponentialBackOff(200, 2);
        backOff.setMaxAttempts(4);
        return backOff;
    }
}
