package com.ecom.test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What product-service publishes, as far as those care who hear of it. */
public final class ProductEvents {

    public static final String TOPIC = "product.events";
    public static final String UPSERTED = "product.upserted.v1";

    private ProductEvents() {}

    /**
     * A mug of one variant, for sale.
     *
     * @param more what else it says, or instead
     */
    public static Map<String, Object> upserted(
            String productId, long version, Map<String, Object> variant, Map<String, Object> more) {
        var product = new HashMap<>(Map.of(
                "productId",
                productId,
                "version",
                version,
                "slug",
                "mug",
                "name",
                "Mug",
                "active",
                true,
                "variants",
                List.of(variant),
                "updatedAt",
                "2026-01-15T10:15:30Z"));
        product.putAll(more);
        return product;
    }

    /** @param amount in minor units */
    public static Map<String, Object> variant(String sku, long amount, String currency) {
        return Map.of("sku", sku, "options", Map.of(), "price", Map.of("amount", amount, "currency", currency));
    }
}
