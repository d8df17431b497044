package com.ecom.cart.model;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** The carts of one kind of visitor. */
public interface Carts {

    /** The visitor's cart; an empty one if there is none yet. */
    Cart of(UUID owner);

    /** The carts that these visitors have; who has none is not among them. */
    Map<UUID, Cart> of(Collection<UUID> owners);

    /** Keeps the cart as the next version; false, and no change, if it is not at the version any more that was read. */
    boolean replace(UUID owner, Cart next);
}
