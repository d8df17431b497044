package com.ecom.product.cataloguing;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.ecom.product.model.ProductRefusal.AttributesRefused;
import com.ecom.product.model.Variant;
import com.ecom.product.model.types.AssignedType;
import com.ecom.product.model.types.ProductType;
import com.ecom.product.model.types.ProductType.Flaw;
import com.ecom.product.model.types.ProductTypes;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the types that products name, and refuses what is not as its type demands. */
@Component
@RequiredArgsConstructor
class AssignType {

    private final ProductTypes types;

    @Nullable
    AssignedType handle(ProductBody body) {
        return of(body, known(List.of(body)));
    }

    /** The types of many, by their codes. */
    Map<String, ProductType> known(Collection<ProductBody> bodies) {
        var codes = bodies.stream()
                .map(ProductBody::productType)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return codes.isEmpty() ? Map.of() : types.find(codes).stream().collect(toMap(ProductType::code, identity()));
    }

    /** @return none for a product that names no type */
    static @Nullable AssignedType of(ProductBody body, Map<String, ProductType> known) {
        if (body.productType() == null) {
            return null;
        }
        var type = known.get(body.productType());
        var flaws = type == null
                ? List.of(new Flaw("productType", "must be a product type that there is"))
                : type.flawsOf(body.plainAttributes(), optionsOf(body));
        if (type == null || !flaws.isEmpty()) {
            throw new AttributesRefused(flaws);
        }
        return type.assigned();
    }

    private static Map<String, Map<String, String>> optionsOf(ProductBody body) {
        return body.offered().stream().collect(toMap(Variant::sku, Variant::options));
    }
}
