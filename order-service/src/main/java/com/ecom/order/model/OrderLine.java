package com.ecom.order.model;

import com.ecom.core.money.Money;

/** So many of one thing, at the price it had when the order was placed. */
public record OrderLine(String sku, String productId, String name, int quantity, Money unitPrice) {

    public OrderLine {
        if (quantity < 1) {
            throw new IllegalArgumentException("A line orders at least one unit");
        }
    }

    public Money subtotal() {
        return unitPrice.times(quantity);
    }
}
