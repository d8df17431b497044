package com.ecom.product.cataloguing;

import com.ecom.product.model.ProductRefusal.NoSuchProduct;
import com.ecom.product.model.ProductRefusal.OutOfDate;
import com.ecom.product.model.Products;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
@RequiredArgsConstructor
class ArchiveProduct {

    private final Products products;
    private final Clock clock;

    void handle(UUID actor, String id, long version, @Nullable String reason) {
        var product = products.find(id).orElseThrow(() -> new NoSuchProduct(id));
        if (product.version() != version) {
            throw new OutOfDate();
        }
        products.replace(
                product.archive(clock.instant().truncatedTo(ChronoUnit.MILLIS)).byStaff(actor, reason));
    }
}
