package com.ecom.core.outbox;

import com.ecom.core.outbox.OutboxEntry.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a service still has to tell, or has told, as an operator sees it. What an event says never changes; only whether
 * it goes out does. A bean of this type is all it takes to be operated.
 */
public interface OutboxAdmin {

    /**
     * The oldest first, because that is what everything else waits for.
     *
     * @param after where the last page ended; from the beginning if it is nothing or makes no sense
     */
    List<OutboxEntry> list(State state, Choice choice, @Nullable String after, int limit);

    /** Where in a list an entry is. */
    String positionOf(OutboxEntry entry);

    Optional<OutboxEntry> find(UUID eventId);

    long count(State state, Choice choice);

    /** Moves the oldest of them, at most so many at once; returns how many. */
    long move(State from, State to, Choice choice, int most);

    /** Which events are meant; whatever is absent does not narrow them down. */
    record Choice(
            @Nullable UUID eventId,
            @Nullable String topic,
            @Nullable String key,
            @Nullable String type,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Instant sentBefore) {}
}
