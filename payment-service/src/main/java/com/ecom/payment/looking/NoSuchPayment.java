package com.ecom.payment.looking;

import java.util.UUID;

class NoSuchPayment extends RuntimeException {
    NoSuchPayment(UUID order) {
        super("There is no payment for order " + order);
    }
}
