package com.ecom.search.reindexing;

import com.ecom.core.lifecycle.IdlePoll;
import com.ecom.search.reindexing.Reindexes.Leased;
import com.ecom.search.reindexing.Reindexes.TakenAway;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Goes on with what was asked for, in whichever instance comes first; what one leaves behind another takes up. */
@Component
@RequiredArgsConstructor
@Slf4j
class RunReindexes {

    private static final Duration RETENTION = Duration.ofDays(90);

    private final Reindexes reindexes;
    private final ReplaceIndex replaceIndex;
    private final Clock clock;
    private final IdlePoll poll = new IdlePoll();
    private final AtomicBoolean isAtIt = new AtomicBoolean();

    @Scheduled(fixedDelayString = "PT1S")
    void run() {
        poll.tick(this::goOn);
    }

    @Scheduled(fixedDelayString = "PT1H")
    void forget() {
        reindexes.forgetOlderThan(clock.instant().minus(RETENTION));
    }

    /** Something was asked for. */
    void wake() {
        poll.wake();
    }

    /** On a thread of its own, for it may take a while, and its end is not waited for. */
    private boolean goOn() {
        if (isAtIt.get()) {
            return true;
        }
        var next = reindexes.take();
        next.ifPresent(it -> {
            isAtIt.set(true);
            Thread.ofVirtual().name("reindex").start(() -> carryOut(it));
        });
        return next.isPresent();
    }

    private void carryOut(Leased it) {
        try {
            replaceIndex.handle(it);
        } catch (TakenAway e) {
            log.info("Another instance goes on with reindex {}", it.content().id());
        } catch (UncheckedIOException e) {
            log.info(
                    "Reindex {} waits until Elasticsearch answers: {}",
                    it.content().id(),
                    e.getMessage());
        } finally {
            isAtIt.set(false);
        }
    }
}
