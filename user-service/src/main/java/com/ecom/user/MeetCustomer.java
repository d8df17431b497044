package com.ecom.user;

import com.ecom.core.service.Caller;
import org.springframework.stereotype.Component;

/** Finds the one who asks; their token may be here before the news of their registration. */
@Component
class MeetCustomer {

    private final Customers customers;

    MeetCustomer(Customers customers) {
        this.customers = customers;
    }

    Customer handle(Caller caller) {
        if (!customers.knows(caller.id())) {
            customers.welcome(caller.id(), caller.email());
        }
        return customers.get(caller.id());
    }
}
