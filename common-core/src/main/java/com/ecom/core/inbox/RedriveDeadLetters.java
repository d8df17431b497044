package com.ecom.core.inbox;

import com.ecom.core.deadletters.DeadLetter;
import com.ecom.core.deadletters.DeadLetter.State;
import com.ecom.core.deadletters.DeadLetterTopic;
import com.ecom.core.deadletters.DeadLetters;
import com.ecom.core.deadletters.DeadLetters.Choice;
import com.ecom.core.problems.Outage;
import lombok.extern.slf4j.Slf4j;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Hands requeued letters to the effects of this very service, as the messages they were: whoever has handled one
 * before passes it over, and no other consumer gets it. That they come late and out of order is nothing new.
 */
@Slf4j
class RedriveDeadLetters {

    private static final int AT_ONCE = 100;

    private final DeadLetters letters;
    private final Consumers consumers;

    RedriveDeadLetters(DeadLetters letters, Consumers consumers) {
        this.letters = letters;
        this.consumers = consumers;
    }

    @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT5S")
    void run() {
        letters.list(State.REQUEUED, Choice.ALL, "", AT_ONCE).forEach(this::redrive);
    }

    private void redrive(DeadLetter letter) {
        try {
            consumers.handleAgain(letter.group(), letter.toRecord());
            letters.tried(letter.id(), State.HANDLED, letter.error());
        } catch (RuntimeException e) {
            if (Outage.isBehind(e)) {
                log.warn("Letter {} has to wait: {}", letter.id(), e.toString());
                return;
            }
            var why = DeadLetterTopic.describe(e);
            log.error("Letter {} can still not be handled: {}", letter.id(), why);
            letters.tried(letter.id(), State.WAITING, why);
        }
    }
}
