package com.ecom.product.model.types;

import com.ecom.product.model.types.AttributeDefinition.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What products of one kind have in common: which attributes they have, and which values of each there are. A type only grows:
 * what was a product of it stays one, so that products need not be looked at again when their type changes.
 *
 * @param labels what people call it, by language
 */
public record ProductType(
        String code,
        long version,
        Map<String, String> labels,
        List<AttributeDefinition> attributes,
        Instant updatedAt) {

    /** What products may be known by, whatever their type; imports and search know these by their names. */
    static final Set<String> COMMON = Set.of("ean", "model", "oem_code", "released_on", "type");

    public ProductType {
        labels = Map.copyOf(labels);
        attributes = List.copyOf(attributes);
    }

    /** @param field in the description of a product or of a type, such as {@code attributes.colour} */
    public record Flaw(String field, String message) {}

    public AssignedType assigned() {
        return new AssignedType(
                code,
                attributes.stream()
                        .filter(AttributeDefinition::facet)
                        .map(AttributeDefinition::name)
                        .toList());
    }

    /**
     * Why something is no product of this type; empty if it is one.
     *
     * @param options of each variant, by its SKU
     */
    public List<Flaw> flawsOf(Map<String, Object> values, Map<String, Map<String, String>> options) {
        var flaws = new ArrayList<>(flawsAt(Level.PRODUCT, "attributes", values));
        options.forEach((sku, of) -> flaws.addAll(flawsAt(Level.VARIANT, "options of " + sku, of)));
        return flaws;
    }

    private List<Flaw> flawsAt(Level level, String place, Map<String, ?> values) {
        var defined = attributes.stream().filter(it -> it.level() == level).toList();
        var missing = defined.stream()
                .filter(it -> it.required() && !values.containsKey(it.name()))
                .map(it -> new Flaw(place + "." + it.name(), "is required by the type " + code));
        var wrong = values.entrySet().stream()
                .flatMap(it -> flawOf(it.getKey(), it.getValue(), defined).stream()
                        .map(message -> new Flaw(place + "." + it.getKey(), message)));
        return Stream.concat(missing, wrong).toList();
    }

    private Optional<String> flawOf(String name, Object value, List<AttributeDefinition> defined) {
        return defined.stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .map(it -> it.flawOf(value))
                .orElseGet(() ->
                        COMMON.contains(name) ? Optional.empty() : Optional.of("is no attribute of the type " + code));
    }

    /** What a revision would take from products that are of this type; empty if nothing. */
    public List<Flaw> narrowedBy(ProductType next) {
        var renamed = Stream.of(next.code).filter(it -> !it.equals(code)).map(_ -> new Flaw("code", "must stay"));
        var kept = attributes.stream()
                .flatMap(old -> narrowing(old, next.definitionOf(old.name())).stream()
                        .map(message -> new Flaw("attributes." + old.name(), message)));
        var added = next.attributes.stream()
                .filter(it -> definitionOf(it.name()) == null)
                .flatMap(it -> demandedLate(it).stream().map(message -> new Flaw("attributes." + it.name(), message)));
        return Stream.of(renamed, kept, added).flatMap(it -> it).toList();
    }

    private static Optional<String> demandedLate(AttributeDefinition added) {
        if (added.required()) {
            return Optional.of("must be optional, as products of the type lack it");
        }
        return COMMON.contains(added.name())
                ? Optional.of("must not be defined now, as products of the type have any value of it")
                : Optional.empty();
    }

    private static Optional<String> narrowing(AttributeDefinition old, @Nullable AttributeDefinition next) {
        return next == null ? Optional.of("must stay") : old.narrowedBy(next);
    }

    private @Nullable AttributeDefinition definitionOf(String name) {
        return attributes.stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
