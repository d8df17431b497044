package com.ecom.user.customers;

import com.ecom.core.security.Caller;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Finds the calling customer, and registers them if their token arrives before their registration event. */
@Component
@RequiredArgsConstructor
public class RegisterCustomer {

    private final Customers customers;

    public Customer handle(Caller caller) {
        if (!customers.exists(caller.id())) {
            customers.register(caller.id(), caller.email());
        }
        return customers.get(caller.id());
    }
}
