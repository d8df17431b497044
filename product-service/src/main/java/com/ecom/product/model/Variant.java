package com.ecom.product.model;

import com.ecom.core.money.Money;
import com.ecom.core.money.Sale;
import com.ecom.core.money.TimedPrice;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The thing that is priced, counted and sold.
 *
 * @param price the list price
 * @param sale what it costs instead for a while; it may be still to come, or over
 */
public record Variant(
        String sku,
        Map<String, String> options,
        Money price,
        @Nullable Sale sale) {

    public TimedPrice priced() {
        return new TimedPrice(price, sale);
    }
}
