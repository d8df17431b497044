package com.ecom.user;

import com.ecom.core.service.Caller;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds to a customer's wishlist, one wish after the other. */
@Component
class ChangeWishlist {

    private static final int MOST = 200;

    private final MeetCustomer meetCustomer;
    private final Customers customers;
    private final Wishlist wishlist;

    ChangeWishlist(MeetCustomer meetCustomer, Customers customers, Wishlist wishlist) {
        this.meetCustomer = meetCustomer;
        this.customers = customers;
        this.wishlist = wishlist;
    }

    @Transactional
    void add(Caller caller, String product) {
        meetCustomer.handle(caller);
        customers.lock(caller.id());
        wishlist.add(caller.id(), product);
        if (wishlist.sizeOf(caller.id()) > MOST) {
            throw new UserRefusal.TooManyWishes(MOST);
        }
    }
}
