package com.ecom.order.model;

import java.util.UUID;

public record OrderId(UUID value) {

    public static OrderId of(String text) {
        return new OrderId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
