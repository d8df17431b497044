package com.ecom.product.cataloguing;

import com.ecom.product.model.Product;
import com.ecom.product.model.ProductRefusal.NoSuchProduct;
import com.ecom.product.model.ProductRefusal.OutOfDate;
import com.ecom.product.model.Products;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

@Component
@RequiredArgsConstructor
class ReviseProduct {

    private final Products products;
    private final FindMedia findMedia;
    private final AssignType assignType;
    private final Clock clock;

    Product handle(UUID actor, String id, long version, ProductBody body) {
        var product = products.find(id).orElseThrow(() -> new NoSuchProduct(id));
        if (product.version() != version) {
            throw new OutOfDate();
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var media = findMedia.handle(body.media());
        var content = body.toContent(product.content().slug(), media, assignType.handle(body));
        var revised = product.revise(content, now).byStaff(actor, body.reason());
        products.replace(revised);
        return revised.product();
    }
}
