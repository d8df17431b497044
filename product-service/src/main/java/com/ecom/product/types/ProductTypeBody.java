package com.ecom.product.types;

import com.ecom.core.text.Characters;
import com.ecom.product.model.types.AttributeDefinition;
import com.ecom.product.model.types.AttributeDefinition.Choice;
import com.ecom.product.model.types.AttributeDefinition.Kind;
import com.ecom.product.model.types.AttributeDefinition.Level;
import com.ecom.product.model.types.ProductType;
import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A type as staff describe it. Labels are by language (BCP 47), the English one being required.
 *
 * @param code by which products name it, for ever
 * @param attributes none if absent
 */
record ProductTypeBody(
        @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{0,59}") String code,

        @NotEmpty @Size(max = 20)
        Map<@Pattern(regexp = LANGUAGE) String, @NotBlank @Characters(max = 80) String> labels,

        @Nullable @Size(max = 50) List<@NotNull @Valid AttributeBody> attributes) {

    static final String LANGUAGE = "[a-z]{2,3}(-[A-Z]{2})?";

    /**
     * @param level PRODUCT if absent; VARIANT for what is an option of each variant
     * @param unit of a number
     * @param choices of a CHOICE
     * @param facet whether shoppers may narrow what they look for by it, which stays as it is first
     */
    record AttributeBody(
            @NotNull @Pattern(regexp = "[a-z][a-z0-9_]{0,49}")
            String name,

            @Nullable Level level,
            @NotNull Kind kind,
            @Nullable @Characters(min = 1, max = 20) String unit,
            @Nullable @Size(max = 200) List<@NotNull @Valid ChoiceBody> choices,
            @Nullable Boolean required,
            @Nullable Boolean facet,

            @NotEmpty @Size(max = 20)
            Map<@Pattern(regexp = LANGUAGE) String, @NotBlank @Characters(max = 80) String> labels) {

        @JsonIgnore
        @AssertTrue(message = "must have choices if it is a CHOICE, each once, and otherwise none")
        boolean isChosenConsistently() {
            return kind == Kind.CHOICE
                    ? choices != null && !choices.isEmpty() && areDistinct(choices, ChoiceBody::value)
                    : choices == null || choices.isEmpty();
        }

        @JsonIgnore
        @AssertTrue(message = "must be a number to have a unit")
        boolean isMeasuredConsistently() {
            return unit == null || kind == Kind.NUMBER;
        }

        @JsonIgnore
        @AssertTrue(message = "must be a TEXT or a CHOICE to be an option of variants")
        boolean isOfAKindThatOptionsHave() {
            return level != Level.VARIANT || kind == Kind.TEXT || kind == Kind.CHOICE;
        }

        @JsonIgnore
        @AssertTrue(message = "must have an English label")
        boolean isNamedInEnglish() {
            return labels == null || labels.containsKey("en");
        }

        AttributeDefinition toDefinition() {
            return new AttributeDefinition(
                    name,
                    level == null ? Level.PRODUCT : level,
                    kind,
                    unit,
                    choices == null
                            ? List.of()
                            : choices.stream().map(ChoiceBody::toChoice).toList(),
                    Boolean.TRUE.equals(required),
                    Boolean.TRUE.equals(facet),
                    labels);
        }
    }

    /** @param labels where there is none in somebody's language, the value says it */
    record ChoiceBody(
            @NotBlank @Characters(max = 100) String value,

            @Nullable @Size(max = 20)
            Map<@Pattern(regexp = LANGUAGE) String, @NotBlank @Characters(max = 80) String> labels) {

        Choice toChoice() {
            return new Choice(value, labels == null ? Map.of() : labels);
        }
    }

    @JsonIgnore
    @AssertTrue(message = "must name each attribute once")
    boolean isWithoutTwins() {
        return attributes == null || areDistinct(attributes, AttributeBody::name);
    }

    @JsonIgnore
    @AssertTrue(message = "must have an English label")
    boolean isNamedInEnglish() {
        return labels == null || labels.containsKey("en");
    }

    ProductType toType(long version, Instant now) {
        var definitions = attributes == null
                ? List.<AttributeDefinition>of()
                : attributes.stream().map(AttributeBody::toDefinition).toList();
        return new ProductType(code, version, labels, definitions, now);
    }

    private static <T> boolean areDistinct(List<T> all, Function<T, String> name) {
        var names = all.stream().filter(Objects::nonNull).map(name).toList();
        return names.stream().distinct().count() == names.size();
    }
}
