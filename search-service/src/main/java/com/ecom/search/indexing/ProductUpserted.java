package com.ecom.search.indexing;

import com.ecom.core.money.Money;
import com.ecom.core.money.Sale;
import com.ecom.search.model.FacetValue;
import com.ecom.search.model.KindOfThing;
import com.ecom.search.model.ProductCode;
import com.ecom.search.model.ProductEntry;
import com.ecom.search.model.Publication;
import com.ecom.search.model.SkuStock;
import com.ecom.search.model.SoldVariant;
import com.ecom.search.model.StockLevel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A product as the catalogue publishes it, as far as search keeps it. */
record ProductUpserted(
        String productId,
        long version,
        String slug,
        String name,
        @Nullable String description,
        @Nullable String brand,
        @Nullable String category,
        AssignedType productType,
        boolean active,
        Publication publication,
        @Nullable List<String> imageUrls,
        @Nullable Map<String, Object> attributes,
        List<Variant> variants,
        Instant updatedAt) {

    private static final int LONGEST_CODE = 200;

    ProductUpserted {
        productType = Objects.requireNonNullElse(productType, AssignedType.NONE);
        publication = Objects.requireNonNullElse(publication, Publication.UNSET);
    }

    /** @param facets the names of the attributes by whose values shoppers narrow what they look for */
    record AssignedType(List<String> facets) {

        static final AssignedType NONE = new AssignedType(List.of());
    }

    record Variant(
            String sku,
            Map<String, String> options,
            Money price,
            @Nullable Sale sale) {}

    /** At the prices of a time. */
    ProductEntry toEntry(Instant time) {
        var kind = KindOfThing.of(name, brand, all().get("model") instanceof String it ? it : null, description);
        return new ProductEntry(
                        productId,
                        version,
                        active,
                        publication.equals(Publication.UNSET) ? null : publication,
                        slug,
                        name,
                        description,
                        brand,
                        category,
                        kind.map(KindOfThing::phrase).orElse(null),
                        kind.map(KindOfThing::head).orElse(null),
                        details(),
                        codes().toList(),
                        identifiers().toList(),
                        facetValues().toList(),
                        null,
                        null,
                        null,
                        imageUrls == null || imageUrls.isEmpty() ? null : imageUrls.getFirst(),
                        variants.stream()
                                .map(it -> new SoldVariant(it.sku(), it.options(), it.price(), it.sale()))
                                .toList(),
                        variants.stream()
                                .map(it -> new SkuStock(it.sku(), StockLevel.OUT_OF_STOCK, -1))
                                .toList(),
                        false,
                        null,
                        updatedAt)
                .pricedAt(time);
    }

    /** Each value of each facet, of the product and of its variants. */
    private Stream<String> facetValues() {
        return productType.facets.stream()
                .flatMap(name -> Stream.concat(
                                Stream.ofNullable(all().get(name)),
                                variants.stream()
                                        .flatMap(it ->
                                                Stream.ofNullable(it.options().get(name))))
                        .map(value -> FacetValue.of(name, value))
                        .filter(FacetValue::canBeChosen)
                        .map(FacetValue::toString)
                        .distinct());
    }

    private String details() {
        return Stream.concat(
                        all().values().stream().filter(String.class::isInstance).map(String.class::cast),
                        variants.stream().flatMap(it -> it.options().values().stream()))
                .collect(Collectors.joining(" "));
    }

    /** What people type who know exactly what they want; a model that is called like any thing says that of many. */
    private Stream<String> identifiers() {
        return asCodes(Stream.of(
                        variants.stream().map(Variant::sku),
                        wordsOf(textsIn(all().get("ean"))),
                        modelNumbers().filter(ProductCode::isMeantBy))
                .flatMap(it -> it));
    }

    /** The same, and each word of it, as there may be several in one; and what looks like a code in the name. */
    private Stream<String> codes() {
        return asCodes(Stream.of(
                        identifiers(),
                        modelNumbers(),
                        wordsOf(modelNumbers()),
                        wordsOf(Stream.of(name)).filter(ProductCode::isOne))
                .flatMap(it -> it));
    }

    private static Stream<String> asCodes(Stream<String> texts) {
        return texts.map(ProductCode::of)
                .filter(it -> !it.isEmpty() && it.length() <= LONGEST_CODE)
                .distinct();
    }

    private Stream<String> modelNumbers() {
        return Stream.of("model", "oem_code").map(all()::get).flatMap(ProductUpserted::textsIn);
    }

    private static Stream<String> wordsOf(Stream<String> texts) {
        return texts.flatMap(it -> Stream.of(it.split("\\s+", -1)));
    }

    private static Stream<String> textsIn(@Nullable Object value) {
        return switch (value) {
            case String text -> Stream.of(text);
            case Number number -> Stream.of(number.toString());
            case List<?> several -> several.stream().flatMap(ProductUpserted::textsIn);
            case null, default -> Stream.empty();
        };
    }

    private Map<String, Object> all() {
        return attributes == null ? Map.of() : attributes;
    }
}
