package com.ecom.order.pricing;

import static java.util.Objects.requireNonNull;

import com.ecom.order.model.Prices;
import com.ecom.test.SkuOwnerContract;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;

class PriceFeedIT extends SkuOwnerContract {

    @Autowired
    private Prices prices;

    PriceFeedIT() {
        super("price");
    }

    @Override
    protected String sellerOf(String sku) {
        return requireNonNull(prices.of(List.of(sku)).get(sku)).productId();
    }
}
