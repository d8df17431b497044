package com.ecom.payment.queries;

import java.util.UUID;

class NoSuchPayment extends RuntimeException {
    NoSuchPayment(UUID order) {
        super("There is no payment for order " + order);
    }
}
