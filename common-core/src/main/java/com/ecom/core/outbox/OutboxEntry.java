package com.ecom.core.outbox;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An event as an operator sees it.
 *
 * @param id grows with every event: where there is a relational database with all of the service's, otherwise with those
 *     of one key
 * @param headers only where one event is looked at
 * @param payload likewise
 */
public record OutboxEntry(
        long id,
        UUID eventId,
        String topic,
        String key,
        String type,
        State state,
        int attempts,
        @Nullable String lastError,
        Instant createdAt,
        @Nullable Instant sentAt,
        @Nullable JsonNode headers,
        @Nullable JsonNode payload) {

    public enum State {
        NEW(0),
        SENT(1),
        PARKED(2),
        DISCARDED(3);

        final int number;

        State(int number) {
            this.number = number;
        }

        static State of(int number) {
            return Stream.of(values())
                    .filter(it -> it.number == number)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
