package com.ecom.product.cataloguing;

import com.ecom.product.model.Product;
import com.ecom.product.model.Products;
import com.ecom.product.model.Slug;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

@Component
@RequiredArgsConstructor
class AddProduct {

    private final Products products;
    private final FindMedia findMedia;
    private final AssignType assignType;
    private final Clock clock;

    Product handle(UUID actor, ProductBody body) {
        var id = UuidCreator.getTimeOrderedEpoch().toString();
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var content = body.toContent(Slug.of(body.name(), id), findMedia.handle(body.media()), assignType.handle(body));
        var added = Product.create(id, content, now).byStaff(actor, body.reason());
        products.add(added);
        return added.product();
    }
}
