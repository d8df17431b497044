package com.ecom.product.model;

import com.ecom.product.model.PendingEvent.Refusal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The events inside the products' documents that are still to be published. A parked event blocks its product until an operator decides. */
public interface UnpublishedEvents {

    List<ProductBacklog> of(Collection<String> productIds);

    /** Products with an event that has waited since before then, after an interrupted publication. */
    List<ProductBacklog> overdue(Instant before, int limit);

    /** Marks these events, by product, as acknowledged by the broker. */
    void delivered(Map<String, String> eventIds);

    /** Records that the broker refused this event. */
    void refused(String productId, String eventId, Refusal refusal);

    Backlog backlog();

    /**
     * @param pending events that are not parked
     * @param parked events, each of another product
     * @param oldest when the event happened that has waited longest of those that nothing holds up, if there is any
     */
    record Backlog(long pending, long parked, @Nullable Instant oldest) {}

    /** @param events oldest first */
    record ProductBacklog(String productId, List<PendingEvent> events) {}
}
