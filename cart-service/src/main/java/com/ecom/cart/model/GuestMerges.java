package com.ecom.cart.model;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which items came into customers' carts from guests' carts, whose orders may still be unconfirmed. */
public interface GuestMerges {

    void record(UUID guest, UUID account, List<MergedItem> items);

    /** By guest, which accounts took over how many of which SKU; guests from whom nothing was taken over are absent. */
    Map<UUID, List<Taken>> from(Collection<UUID> guests);

    record Taken(UUID account, String sku, int quantity) {}
}
