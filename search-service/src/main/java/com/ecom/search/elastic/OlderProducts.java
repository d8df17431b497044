package com.ecom.search.elastic;

import com.ecom.search.model.KindOfThing;
import com.ecom.search.model.ProductCode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Products that an older version indexed, with what can be derived of what this one keeps beside that. */
public final class OlderProducts {

    private OlderProducts() {}

    public static ObjectNode completed(ObjectNode product) {
        var name = text(product, "name");
        if (name != null && !product.has("kind")) {
            KindOfThing.of(name, text(product, "brand"), null, text(product, "description"))
                    .ifPresent(it -> product.put("kind", it.phrase()).put("head", it.head()));
        }
        if (product.has("codes") && !product.has("identifiers")) {
            var identifiers = product.putArray("identifiers");
            product.path("codes")
                    .valueStream()
                    .map(JsonNode::asString)
                    .filter(ProductCode::isOne)
                    .forEach(identifiers::add);
        }
        return product;
    }

    private static @Nullable String text(ObjectNode product, String field) {
        return product.path(field).stringValueOpt().orElse(null);
    }
}
