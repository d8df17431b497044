package com.ecom.product.model;

import com.ecom.core.money.Money;
import com.ecom.core.money.Sale;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A mug in two colours. */
public final class ProductFixtures {

    public static final Instant MONDAY = Instant.parse("2026-01-12T09:00:00Z");
    public static final Instant TUESDAY = Instant.parse("2026-01-13T09:00:00Z");

    public static final Duration NOON = Duration.ofHours(3);

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
                null,
                true,
                Window.ALWAYS,
                List.of("/images/mug.jpg"),
                List.of(),
                Map.of("volume_ml", 300L),
                List.of(variant("MUG-01", blue), variant("MUG-02", sand)));
    }

    /** The blue ones cost less from Monday noon on until Tuesday noon. */
    public static Content mugsOnSale(long blue, long reduced) {
        var mugs = mugsAt(blue, 1_499);
        var sale = new Sale(reduced, MONDAY.plus(NOON), TUESDAY.plus(NOON));
        return new Content(
                mugs.slug(),
                mugs.name(),
                mugs.description(),
                mugs.brand(),
                mugs.category(),
                mugs.type(),
                mugs.active(),
                mugs.published(),
                mugs.imageUrls(),
                mugs.media(),
                mugs.attributes(),
                List.of(
                        new Variant("MUG-01", Map.of("colour", "MUG-01"), Money.of(blue, "USD"), sale),
                        mugs.variants().getLast()));
    }

    /** From Monday noon on until Tuesday noon. */
    public static Content mugsPublished() {
        return published(mugsAt(1_499, 1_499), true, new Window(MONDAY.plus(NOON), TUESDAY.plus(NOON)));
    }

    public static Content published(Content mugs, boolean active, Window when) {
        return new Content(
                mugs.slug(),
                mugs.name(),
                mugs.description(),
                mugs.brand(),
                mugs.category(),
                mugs.type(),
                active,
                when,
                mugs.imageUrls(),
                mugs.media(),
                mugs.attributes(),
                mugs.variants());
    }

    private static Variant variant(String sku, long price) {
        return new Variant(sku, Map.of("colour", sku), Money.of(price, "USD"), null);
    }
}
