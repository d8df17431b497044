package com.ecom.product.cataloguing;

import com.ecom.product.model.Product;
import com.ecom.product.model.ProductRefusal.NoSuchProduct;
import com.ecom.product.model.ProductRefusal.OutOfDate;
import com.ecom.product.model.Products;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

@Component
class ReviseProduct {

    private final Products products;
    private final Clock clock;

    ReviseProduct(Products products, Clock clock) {
        this.products = products;
        this.clock = clock;
    }

    Product handle(String id, long version, ProductBody body) {
        var product = products.find(id).orElseThrow(() -> new NoSuchProduct(id));
        if (product.version() != version) {
            throw new OutOfDate();
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var revised =
                product.revise(body.toContent(product.content().slug()), now).byStaff();
        products.replace(revised);
        return revised.product();
    }
}
