package com.ecom.core.inbox;

import com.ecom.core.envelope.CloudEvents;
import com.ecom.core.problems.Outage;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;
import tools.jackson.core.JacksonException;

/** How long a failing message is tried: for ever while something it needs is away, a few times if it is its own fault. */
final class ConsumerBackOff {

    private ConsumerBackOff() {}

    static BackOff with(Throwable failure) {
        for (var it = failure; it != null; it = it.getCause()) {
            if (it instanceof CloudEvents.Unreadable
                    || it instanceof Subscription.NotAsAgreed
                    || it instanceof JacksonException
                    || it instanceof InboxListener.UnknownMajor) {
                return new FixedBackOff(0, 0);
            }
        }
        return Outage.isBehind(failure) ? untilItIsBack() : fewTimes();
    }

    static BackOff untilItIsBack() {
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
