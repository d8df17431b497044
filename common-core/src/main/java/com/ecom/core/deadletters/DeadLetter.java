package com.ecom.core.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A message that its consumer could not handle.
 *
 * @param id follows from where the message was, so that it is kept once, and grows with when it was sent
 * @param group the consumer that could not handle it; others may have
 * @param eventId and what follows it, as far as the message said
 * @param error why, the last time it was tried
 */
public record DeadLetter(
        String id,
        String group,
        String topic,
        int partition,
        long offset,
        @Nullable String eventId,
        @Nullable String type,
        @Nullable String key,
        Map<String, String> headers,
        @Nullable String payload,
        String error,
        State state,
        Instant keptAt) {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final int MOST_IDS = 1_000;

    /** What may become of it. */
    public enum State {
        /** Until somebody decides. */
        WAITING,
        /** Somebody wants it to be tried again, which happens in a moment. */
        REQUEUED,
        HANDLED,
        DISCARDED
    }

    /** All ids of people, and of whatever else, that it names anywhere. */
    Set<UUID> mentioned() {
        return ID.matcher("%s %s %s %s".formatted(key, headers, payload, error))
                .results()
                .map(it -> UUID.fromString(it.group()))
                .limit(MOST_IDS)
                .collect(Collectors.toSet());
    }

    /** The same about somebody who was forgotten: nobody can handle it any more, so nobody has to decide. */
    DeadLetter withoutWords() {
        return new DeadLetter(
                id,
                group,
                topic,
                partition,
                offset,
                eventId,
                type,
                key,
                Map.of(),
                null,
                "About somebody who was forgotten",
                State.DISCARDED,
                keptAt);
    }

    static String idOf(String group, String topic, int partition, long offset, long sentAt) {
        var place = UUID.nameUUIDFromBytes(
                "%s %s-%d@%d".formatted(group, topic, partition, offset).getBytes(UTF_8));
        return new UUID(
                        (sentAt << 16) | 0x7000 | (place.getMostSignificantBits() & 0x0FFF),
                        place.getLeastSignificantBits())
                .toString();
    }

    /** The message as it came, to be handled once more. */
    public ConsumerRecord<String, byte[]> toRecord() {
        var record =
                new ConsumerRecord<>(topic, partition, offset, key, payload == null ? null : payload.getBytes(UTF_8));
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }
}
