package com.ecom.order.model;

import com.ecom.core.money.Money;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What things are and cost right now, by our own copy of the catalogue and never by the customer's word. */
public interface Prices {

    /** The offers for these SKUs; what is not for sale is not among them. */
    Map<String, Offer> of(Collection<String> skus);

    /** @param category of the catalogue; absent where it has none, or our copy is older than that */
    record Offer(
            String sku,
            String productId,
            String name,
            Money price,
            @Nullable String category) {

        public OrderLine times(int quantity) {
            return new OrderLine(sku, productId, name, quantity, price);
        }
    }
}
