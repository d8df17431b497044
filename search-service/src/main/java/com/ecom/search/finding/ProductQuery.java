package com.ecom.search.finding;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.ecom.core.text.Characters;
import com.ecom.search.model.FacetValue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A search for products; absent criteria do not restrict it, several values of one mean any of them. Prices are in minor units.
 *
 * @param attribute a name and a value such as {@code colour:red}; values of different attributes must all be there
 * @param onSale whether it costs less than otherwise just now
 * @param currency of what is looked for, and of the prices named here; without it, who names or sorts by prices means the
 *     shop's
 * @param highlight whether to say where the words were found
 */
record ProductQuery(
        @Nullable @Characters(max = 200) String q,
        @Nullable @Size(max = 20) List<@NotNull @Size(max = 240) String> category,
        @Nullable @Size(max = 20) List<@NotNull @Size(max = 240) String> brand,
        @Nullable @Size(max = 20) List<@NotNull @Pattern(regexp = FacetValue.PATTERN) String> attribute,
        @Nullable Boolean inStock,
        @Nullable Boolean onSale,
        @Nullable @Min(1) @Max(5) Integer minRating,
        @Nullable @PositiveOrZero Long minPrice,
        @Nullable @PositiveOrZero Long maxPrice,

        @Nullable @Pattern(regexp = "[A-Z]{3}") String currency,

        @Nullable @Pattern(regexp = "relevance|-?price|name|newest")
        String sort,

        @Nullable Boolean highlight,
        @Nullable @Min(1) @Max(100) Integer size,
        @Nullable @Characters(max = 2500) String cursor) {

    int sizeOrDefault() {
        return size == null ? 20 : size;
    }

    List<String> categories() {
        return given(category);
    }

    List<String> brands() {
        return given(brand);
    }

    /** What is chosen of each attribute. */
    Map<String, List<String>> attributes() {
        return given(attribute).stream()
                .map(FacetValue::parse)
                .collect(groupingBy(FacetValue::attribute, LinkedHashMap::new, mapping(FacetValue::value, toList())));
    }

    /** Empty if there are none. */
    String words() {
        return q == null ? "" : q;
    }

    boolean hasText() {
        return q != null && !q.isBlank();
    }

    /** Numbers of one currency say nothing beside those of another, so only one may be looked at then. */
    boolean comparesPrices() {
        return currency != null
                || minPrice != null
                || maxPrice != null
                || sorting().isByPrice();
    }

    Sorting sorting() {
        return Sorting.named(sort).orElse(Sorting.RELEVANCE);
    }

    /** Scores change with every product that comes or goes; all other positions only with the product itself. */
    boolean isByScore() {
        return hasText() && sorting() == Sorting.RELEVANCE;
    }

    /** Whoever turns the page, sorts or narrows what was found looks for the same as before. */
    boolean isBegun() {
        return isByScore()
                && cursor == null
                && categories().isEmpty()
                && brands().isEmpty()
                && attributes().isEmpty()
                && inStock == null
                && onSale == null
                && minRating == null
                && minPrice == null
                && maxPrice == null;
    }

    private static List<String> given(@Nullable List<String> values) {
        return Objects.requireNonNullElse(values, List.<String>of()).stream()
                .filter(it -> !it.isEmpty())
                .distinct()
                .toList();
    }
}
