package com.ecom.cart.model;

import java.util.Collection;
import java.util.Map;

/** All offers, past and present, from our own copy of the catalogue. */
public interface Offers {

    Map<String, Offer> of(Collection<String> skus);

    /** @throws CartRefusal.NotForSale if it cannot be bought */
    default Offer onSale(String sku) {
        var offer = of(java.util.List.of(sku)).get(sku);
        if (offer == null || !offer.onSale()) {
            throw new CartRefusal.NotForSale(sku);
        }
        return offer;
    }
}
