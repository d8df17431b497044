package com.ecom.product.model;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What products still have to tell the shop. */
public interface Announcements {

    List<Waiting> of(Collection<String> productIds);

    /** Products with an event that has waited since before then: somebody was interrupted. */
    List<Waiting> overdue(Instant before, int limit);

    /** These events, by product, have arrived and need not be told again. */
    void delivered(Map<String, String> eventIds);

    /** @param events oldest first */
    record Waiting(String productId, List<PendingEvent> events) {}
}
