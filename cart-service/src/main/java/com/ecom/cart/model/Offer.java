package com.ecom.cart.model;

import com.ecom.core.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a SKU is and costs now, and whether it can be bought at all.
 *
 * @param listPrice what it costs otherwise, while it costs less
 * @param onSale whether it can be bought
 */
public record Offer(
        String sku,
        String productId,
        String name,
        Money price,
        @Nullable Money listPrice,
        boolean onSale) {

    boolean isInTheCurrencyOf(Offer other) {
        return price.currency().equals(other.price.currency());
    }
}
