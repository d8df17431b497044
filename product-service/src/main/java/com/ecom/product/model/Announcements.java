package com.ecom.product.model;

import com.ecom.product.model.PendingEvent.Refusal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What products still have to tell the shop. A product of which an event is parked tells nothing until it is decided about. */
public interface Announcements {

    List<Waiting> of(Collection<String> productIds);

    /** Products with an event that has waited since before then: somebody was interrupted. */
    List<Waiting> overdue(Instant before, int limit);

    /** These events, by product, have arrived and need not be told again. */
    void delivered(Map<String, String> eventIds);

    /** The broker does not take this event of the product. */
    void refused(String productId, String eventId, Refusal refusal);

    Backlog backlog();

    /**
     * @param pending events that are not parked
     * @param parked events, each of another product
     * @param oldest when the event happened that has waited longest of those that nothing holds up, if there is any
     */
    record Backlog(long pending, long parked, @Nullable Instant oldest) {}

    /** @param events oldest first */
    record Waiting(String productId, List<PendingEvent> events) {}
}
