package com.ecom.product.model;

import com.ecom.product.model.types.AssignedType;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the people who run the catalogue say of a product.
 *
 * @param active whether it is ready for shoppers; otherwise it is a draft
 * @param published when shoppers see it, once it is ready
 * @param imageUrls pictures that are elsewhere, for products without media
 */
public record Content(
        String slug,
        String name,
        @Nullable String description,
        @Nullable String brand,
        @Nullable String category,
        @Nullable AssignedType type,
        boolean active,
        Window published,
        List<String> imageUrls,
        List<Media> media,
        Map<String, Object> attributes,
        List<Variant> variants) {

    public Content {
        imageUrls = List.copyOf(imageUrls);
        media = List.copyOf(media);
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        variants = List.copyOf(variants);
        if (variants.isEmpty()) {
            throw new IllegalArgumentException("A product has at least one variant");
        }
    }

    public @Nullable String typeCode() {
        return type == null ? null : type.code();
    }

    public List<String> skus() {
        return variants.stream().map(Variant::sku).toList();
    }

    /** Where its pictures are, the most telling one first. */
    public List<String> pictures() {
        return media.isEmpty() ? imageUrls : media.stream().map(Media::address).toList();
    }

    /** The variant that costs least then. */
    public Variant cheapestAt(Instant time) {
        return variants.stream()
                .min(Comparator.comparingLong(it -> it.priced().at(time).amount()))
                .orElseThrow();
    }

    /** When shoppers begin or cease to see it, or a sale of one of its variants begins or ends; never of a draft, or once its time is over. */
    Optional<Instant> nextEdgeAfter(Instant time) {
        if (!active || published.isOverAt(time)) {
            return Optional.empty();
        }
        var sales = variants.stream().flatMap(it -> it.priced().nextEdgeAfter(time).stream());
        return Stream.concat(published.nextEdgeAfter(time).stream(), sales).min(Comparator.naturalOrder());
    }

    ProductState stateAt(Instant time) {
        if (!active) {
            return ProductState.DRAFT;
        }
        if (published.isStillToOpenAt(time)) {
            return ProductState.SCHEDULED;
        }
        return published.isOverAt(time) ? ProductState.ARCHIVED : ProductState.PUBLISHED;
    }
}
