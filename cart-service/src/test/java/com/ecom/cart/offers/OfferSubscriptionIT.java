package com.ecom.cart.offers;

import static java.util.Objects.requireNonNull;

import com.ecom.cart.model.Offers;
import com.ecom.test.SkuOwnerContract;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;

class OfferSubscriptionIT extends SkuOwnerContract {

    @Autowired
    private Offers offers;

    OfferSubscriptionIT() {
        super("offer");
    }

    @Override
    protected String sellerOf(String sku) {
        return requireNonNull(offers.of(List.of(sku)).get(sku)).productId();
    }
}
