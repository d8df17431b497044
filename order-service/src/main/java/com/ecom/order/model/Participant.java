package com.ecom.order.model;

/** Who takes part in a purchase, and may owe an order its next answer. */
public enum Participant {
    INVENTORY_SERVICE("inventory-service"),
    PAYMENT_SERVICE("payment-service"),
    CUSTOMER("customer");

    private final String published;

    Participant(String published) {
        this.published = published;
    }

    /** The name that operators see. */
    public String published() {
        return published;
    }
}
