package com.ecom.product.cataloguing;

import com.ecom.product.model.ProductRefusal.NoSuchProduct;
import com.ecom.product.model.ProductRefusal.OutOfDate;
import com.ecom.product.model.Products;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

@Component
class ArchiveProduct {

    private final Products products;
    private final Clock clock;

    ArchiveProduct(Products products, Clock clock) {
        this.products = products;
        this.clock = clock;
    }

    void handle(String id, long version) {
        var product = products.find(id).orElseThrow(() -> new NoSuchProduct(id));
        if (product.version() != version) {
            throw new OutOfDate();
        }
        products.replace(
                product.archive(clock.instant().truncatedTo(ChronoUnit.MILLIS)).byStaff());
    }
}
