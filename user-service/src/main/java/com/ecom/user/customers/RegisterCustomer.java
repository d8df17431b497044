package com.ecom.user.customers;

import com.ecom.core.security.Caller;
import org.springframework.stereotype.Component;

/** Finds the calling customer, and registers them if their token arrives before their registration event. */
@Component
public class RegisterCustomer {

    private final Customers customers;

    RegisterCustomer(Customers customers) {
        this.customers = customers;
    }

    public Customer handle(Caller caller) {
        if (!customers.exists(caller.id())) {
            customers.register(caller.id(), caller.email());
        }
        return customers.get(caller.id());
    }
}
