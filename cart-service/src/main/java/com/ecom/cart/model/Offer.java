package com.ecom.cart.model;

import com.ecom.core.money.Money;

/** What a SKU is and costs now, and whether it can be bought at all. */
public record Offer(String sku, String productId, String name, Money price, boolean onSale) {

    boolean isInTheCurrencyOf(Offer other) {
        return price.currency().equals(other.price.currency());
    }
}
