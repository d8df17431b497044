package com.ecom.user.wishlist;

import com.ecom.core.security.Caller;
import com.ecom.user.customers.Customers;
import com.ecom.user.customers.RegisterCustomer;
import com.ecom.user.model.UserRefusal;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds to a customer's wishlist, one item at a time. */
@Component
@RequiredArgsConstructor
class ChangeWishlist {

    private static final int LIMIT = 200;

    private final RegisterCustomer registerCustomer;
    private final Customers customers;
    private final Wishlist wishlist;

    @Transactional
    void add(Caller caller, String product) {
        registerCustomer.handle(caller);
        customers.lock(caller.id());
        wishlist.add(caller.id(), product);
        if (wishlist.sizeOf(caller.id()) > LIMIT) {
            throw new UserRefusal.TooManyWishlistItems(LIMIT);
        }
    }
}
