package com.ecom.search.model;

import com.ecom.core.money.Money;
import com.ecom.core.money.Sale;
import com.ecom.core.money.TimedPrice;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One of the things that a product is sold as.
 *
 * @param price the list price
 * @param sale what it costs instead for a while
 */
public record SoldVariant(
        String sku,
        Map<String, String> options,
        Money price,
        @Nullable Sale sale) {

    public TimedPrice priced() {
        return new TimedPrice(price, sale);
    }
}
