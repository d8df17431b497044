package com.ecom.product.cataloguing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ecom.product.cataloguing.FindMedia.MediaBody;
import com.ecom.product.cataloguing.ProductBody.Price;
import com.ecom.product.cataloguing.ProductBody.VariantBody;
import com.ecom.product.cataloguing.Publishing.Wanted;
import java.time.Instant;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of an imported catalogue: a product with one variant. What it lacks is found when the product is validated. */
record Row(
        String sku,
        String title,
        @Nullable String brand,
        @Nullable String model,
        @Nullable String productType,
        @Nullable String description,
        @Nullable List<String> ean,
        Long priceMinor,
        Currency currency,
        Long salePriceMinor,
        Instant saleFrom,
        Instant saleUntil,
        @Nullable Wanted state,
        @Nullable Instant publishFrom,
        @Nullable Instant publishUntil,
        @Nullable String releasedOn,
        @Nullable List<String> images,
        @Nullable List<MediaBody> media,
        @Nullable Map<String, Object> attributes) {

    /** The same SKU always means the same product, however often it is imported. */
    static String productIdOf(String sku) {
        return UUID.nameUUIDFromBytes(("sku:" + sku).getBytes(UTF_8)).toString();
    }

    ProductBody toBody() {
        var category = attributes != null && attributes.get("type") instanceof String type ? type : null;
        return new ProductBody(
                null,
                title,
                orNull(description),
                orNull(brand),
                orNull(category),
                orNull(productType),
                null,
                state,
                publishFrom,
                publishUntil,
                images,
                media,
                allAttributes(),
                List.of(new VariantBody(sku, Map.of(), new Price(priceMinor, currency), sale())),
                null);
    }

    /** One that is described by halves is refused when it is validated. */
    private @Nullable SaleBody sale() {
        return salePriceMinor == null && saleFrom == null && saleUntil == null
                ? null
                : new SaleBody(salePriceMinor, saleFrom, saleUntil);
    }

    private Map<String, Object> allAttributes() {
        var all = new LinkedHashMap<String, Object>(attributes == null ? Map.of() : attributes);
        putUnlessBlank(all, "model", model);
        putUnlessBlank(all, "ean", ean == null ? null : String.join(" ", ean));
        putUnlessBlank(all, "released_on", releasedOn);
        return all;
    }

    private static void putUnlessBlank(Map<String, Object> all, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            all.putIfAbsent(name, value);
        }
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
