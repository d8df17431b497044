package com.ecom.product.model.types;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An attribute that products of a type have, or may have.
 *
 * @param level whether the product has it, or each of its variants as an option
 * @param unit of a number, such as {@code GB}
 * @param choices of a CHOICE: all values that there are
 * @param facet whether shoppers may narrow what they look for by its values
 * @param labels what people call it, by language
 */
public record AttributeDefinition(
        String name,
        Level level,
        Kind kind,
        @Nullable String unit,
        List<Choice> choices,
        boolean required,
        boolean facet,
        Map<String, String> labels) {

    public AttributeDefinition {
        choices = List.copyOf(choices);
        labels = Map.copyOf(labels);
    }

    public enum Level {
        PRODUCT,
        VARIANT
    }

    public enum Kind {
        TEXT,
        NUMBER,
        BOOLEAN,
        CHOICE
    }

    /** @param labels what people call it, by language; where there is none, the value says it */
    public record Choice(String value, Map<String, String> labels) {

        public Choice {
            labels = Map.copyOf(labels);
        }
    }

    /** What is wrong with a value of it; nothing if it is one. */
    Optional<String> flawOf(Object value) {
        return switch (kind) {
            case TEXT -> must("be a text", value instanceof String);
            case NUMBER -> must("be a number", value instanceof Number);
            case BOOLEAN -> must("be true or false", value instanceof Boolean);
            case CHOICE -> must("be one of the choices", choices.stream().anyMatch(it -> it.value.equals(value)));
        };
    }

    private static Optional<String> must(String be, boolean is) {
        return is ? Optional.empty() : Optional.of("must " + be);
    }

    /** What values of it would be none by another definition; nothing if all would be. */
    Optional<String> narrowedBy(AttributeDefinition next) {
        if (next.level != level || next.kind != kind || !Objects.equals(next.unit, unit)) {
            return Optional.of("must keep its level, its kind and its unit");
        }
        if (next.facet != facet) {
            return Optional.of("must stay a facet, or none, as it began");
        }
        if (next.required && !required) {
            return Optional.of("must stay optional");
        }
        var values = next.choices.stream().map(Choice::value).toList();
        return choices.stream().allMatch(it -> values.contains(it.value))
                ? Optional.empty()
                : Optional.of("must keep all its choices");
    }
}
