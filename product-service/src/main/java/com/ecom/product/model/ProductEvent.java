package com.ecom.product.model;

import com.ecom.core.money.Money;
import com.ecom.core.outbox.Event;
import com.ecom.product.model.types.AssignedType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What this service publishes about a product. */
public sealed interface ProductEvent extends Event {

    String TOPIC = "product.events";

    /**
     * @param active whether shoppers saw it when this was published
     * @param productType the code of its type, and the names of what shoppers narrow by; absent if it has none
     * @param publication when they do, by the clock of whoever reads it; absent if no time is set
     */
    record ProductUpserted(
            String productId,
            long version,
            String slug,
            String name,
            @Nullable String description,
            @Nullable String brand,
            @Nullable String category,
            @Nullable AssignedType productType,
            boolean active,
            @Nullable Window publication,
            List<String> imageUrls,
            List<Media> media,
            Map<String, Object> attributes,
            List<Variant> variants,
            Instant updatedAt)
            implements ProductEvent {}

    record PriceChanged(String productId, long version, String sku, Money oldPrice, Money newPrice)
            implements ProductEvent {}

    record ProductDeleted(String productId, long version, List<String> skus) implements ProductEvent {}

    String productId();

    long version();

    @Override
    default String type() {
        return switch (this) {
            case ProductUpserted _ -> "product.upserted.v1";
            case PriceChanged _ -> "product.price-changed.v1";
            case ProductDeleted _ -> "product.deleted.v1";
        };
    }

    @Override
    default String topic() {
        return TOPIC;
    }

    @Override
    default String key() {
        return productId();
    }
}
