package com.ecom.cart.offers;

import static java.util.Objects.requireNonNull;

import com.ecom.cart.model.Offers;
import com.ecom.test.SkuOwnerContract;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;

class OfferFeedIT extends SkuOwnerContract {

    @Autowired
    private Offers offers;

    OfferFeedIT() {
        super("offer");
    }

    @Override
    protected String sellerOf(String sku) {
        return requireNonNull(offers.of(List.of(sku)).get(sku)).productId();
    }
}
