package com.ecom.product.model;

import com.ecom.core.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A mug in two colours. */
public final class ProductFixtures {

    public static final Instant MONDAY = Instant.parse("2026-01-12T09:00:00Z");
    public static final Instant TUESDAY = Instant.parse("2026-01-13T09:00:00Z");

    private ProductFixtures() {}

    public static Product mug() {
        return Product.create("p-1", mugsAt(1_499, 1_499), MONDAY).product();
    }

    public static Content mugsAt(long blue, long sand) {
        return new Content(
                "stoneware-mug",
                "Stoneware mug",
                "Holds 300 ml.",
                "Clayworks",
                "kitchen",
                true,
                List.of("/images/mug.jpg"),
                List.of(),
                Map.of("volume_ml", 300L),
                List.of(variant("MUG-01", blue), variant("MUG-02", sand)));
    }

    private static Variant variant(String sku, long price) {
        return new Variant(sku, Map.of("colour", sku), Money.of(price, "USD"));
    }
}
