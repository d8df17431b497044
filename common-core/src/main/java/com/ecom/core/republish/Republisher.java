package com.ecom.core.republish;

import com.ecom.core.lifecycle.IdlePoll;
import java.time.Clock;
import lombok.extern.slf4j.Slf4j;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Goes on with what was asked for, some every second, in whichever instance comes first. The instance that was asked
 * looks at once, the others within ten seconds.
 */
@Slf4j
class Republisher {

    private static final int BATCH = 100;

    private final CurrentStates states;
    private final Republications republications;
    private final RepublishProperties settings;
    private final Clock clock;
    private final IdlePoll poll = new IdlePoll();

    Republisher(CurrentStates states, Republications republications, RepublishProperties settings, Clock clock) {
        this.states = states;
        this.republications = republications;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1S")
    void run() {
        poll.tick(this::publishForASecond);
    }

    /** Something was asked for. */
    void wake() {
        poll.wake();
    }

    private boolean publishForASecond() {
        var found = false;
        for (int published = 0; published < settings.perSecond(); published += BATCH) {
            if (!republications.advance(this::publishSome)) {
                return found;
            }
            found = true;
        }
        return found;
    }

    private Republication publishSome(Republication it) {
        var next = it.after(states.publishAfter(it.position(), BATCH), BATCH, clock.instant());
        if (next.finishedAt() != null) {
            log.info("Published again {} states of {}, as {} asked for", next.published(), settings.name(), it.id());
        }
        return next;
    }

    @Scheduled(fixedDelayString = "${ecom.upkeep.every:PT24H}", initialDelayString = "${ecom.upkeep.every:PT30M}")
    void purge() {
        republications.forgetOlderThan(clock.instant().minus(settings.retention()));
    }
}
