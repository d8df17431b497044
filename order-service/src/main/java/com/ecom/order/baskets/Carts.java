package com.ecom.order.baskets;

import java.util.List;

/** What people have in their carts. */
public interface Carts {

    /**
     * The items in the cart of whoever this authorization belongs to.
     *
     * @throws com.ecom.order.model.OrderRefusal.NothingToOrder if there are none
     * @throws com.ecom.order.model.OrderRefusal.CartRefused if the cart is not for this request
     * @throws com.ecom.order.model.OrderRefusal.CartUnavailable if the cart cannot be read now
     */
    List<Item> itemsOf(String authorization);
}
