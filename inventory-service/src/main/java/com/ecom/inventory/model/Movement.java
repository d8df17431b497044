package com.ecom.inventory.model;

/** Why an order's lines leave the shelf or return to it; each at most once per order. */
public enum Movement {
    NONE(0),
    RESERVED(-1),
    REACQUIRED(-1),
    RELEASED(1),
    EXPIRED(1);

    private final int direction;

    Movement(int direction) {
        this.direction = direction;
    }

    public int of(Line line) {
        return direction * line.quantity();
    }
}
