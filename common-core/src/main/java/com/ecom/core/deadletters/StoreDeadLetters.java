package com.ecom.core.deadletters;

import com.ecom.core.fault.FaultPoint;
import java.time.Clock;
import java.util.List;
import lombok.extern.slf4j.Slf4j;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.BatchMessageListener;

/** Puts what comes through the dead-letter topics where operators look, and where it outlives the topics. */
@Slf4j
public class StoreDeadLetters implements BatchMessageListener<String, byte[]> {

    private final DeadLetters letters;
    private final Clock clock;

    StoreDeadLetters(DeadLetters letters, Clock clock) {
        this.letters = letters;
        this.clock = clock;
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> records) {
        for (var record : records) {
            var letter = DeadLetterTopic.read(record, clock);
            letters.keep(letter);
            FaultPoint.pass("dead-letter-kept-before-acknowledgement");
            log.error("{} could not handle {}: {}", letter.group(), letter.eventId(), letter.error());
        }
    }
}
