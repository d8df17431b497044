package com.ecom.payment.calls;

import com.ecom.core.envelope.TraceLink;
import com.ecom.core.lifecycle.IdlePoll;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes the calls that are due: outside any transaction, a few at the same time. Nobody claims a call before there is room
 * to make it, so however slow the provider is, no claim lapses while its call waits.
 */
@Component
@RequiredArgsConstructor
@Slf4j
class CallProvider {

    private static final int AT_ONCE = 16;
    /** How many must be free until whoever is done with a call looks for more: one look costs about as much as a call. */
    private static final int WORTH_A_LOOK = 4;

    private final DueCalls calls;
    private final MakeCall makeCall;
    private final OutageMode outage;

    @Qualifier("applicationTaskExecutor")
    private final Executor executor;

    private final TraceLink trace;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final IdlePoll poll = new IdlePoll();
    private volatile boolean isMoreDue;

    /**
     * What was requested is called at once after its commit, where there is room; this is for the rest, for what failed, and
     * for what a crash left behind.
     */
    @Scheduled(fixedDelayString = "PT0.5S")
    void makeWhatIsDue() {
        poll.tick(() -> {
            outage.look();
            return claimAndMake();
        });
    }

    /** For how many of so many calls there is room now: none during an outage. It is kept until they are made or given up. */
    int reserve(int wanted) {
        if (outage.isOn()) {
            return 0;
        }
        var reserved = 0;
        while (reserved < wanted && free.tryAcquire()) {
            reserved++;
        }
        return reserved;
    }

    void giveUpRoom(int reserved) {
        free.release(reserved);
    }

    /** Makes calls on which the caller has claims, and for which it has reserved the room. */
    void make(List<Call> claimed) {
        if (!claimed.isEmpty()) {
            poll.wake();
        }
        claimed.forEach(call -> executor.execute(() -> {
            try {
                trace.continuing(
                        call.trace(), "ask provider: " + call.operation().name(), () -> makeCall.handle(call));
            } finally {
                free.release();
                if (isMoreDue && free.availablePermits() >= WORTH_A_LOOK) {
                    goOn();
                }
            }
        }));
    }

    /** Some calls are due for which there was no room. */
    void thereIsMore() {
        isMoreDue = true;
        if (free.availablePermits() > 0) {
            executor.execute(this::goOn);
        }
    }

    private void goOn() {
        try {
            claimAndMake();
        } catch (RuntimeException e) {
            log.warn("Calls that are due wait for the next look: {}", e.toString());
        }
    }

    /** Whether there was or may be more to do. */
    private boolean claimAndMake() {
        var room = outage.isOn() ? 0 : free.drainPermits();
        if (room == 0) {
            return true;
        }
        isMoreDue = false;
        var claimed = List.<Call>of();
        try {
            claimed = calls.claim(room);
        } finally {
            free.release(room - claimed.size());
        }
        if (claimed.size() == room) {
            isMoreDue = true;
        }
        make(claimed);
        return !claimed.isEmpty();
    }
}
