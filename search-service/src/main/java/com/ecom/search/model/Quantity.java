package com.ecom.search.model;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** "16 GB" and "16GB" are the same, and products are called either. */
public final class Quantity {

    private static final String UNITS =
            "[kmgt]b|[cm]m|k?m|in|inch|ft|[cm]?l|[km]?g|oz|lbs?|k?w|k?wh|k?v|m?ah|[kmg]?hz|mp|px|mpx|dpi";

    private static final Pattern APART = unit("(?<number>\\d+(?:[.,]\\d+)?)\\s+(?<unit>%s)");
    private static final Pattern TOGETHER = unit("(?<number>\\d+(?:[.,]\\d+)?)(?<unit>%s)");

    private Quantity() {}

    /** The other ways to write the quantities of a text; none if it has no quantity. */
    public static List<String> otherSpellingsIn(String text) {
        return Stream.of(
                        APART.matcher(text).replaceAll("${number}${unit}"),
                        TOGETHER.matcher(text).replaceAll("${number} ${unit}"))
                .filter(it -> !it.equals(text))
                .distinct()
                .toList();
    }

    private static Pattern unit(String quantity) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}.,-])" + quantity.formatted(UNITS) + "(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE);
    }
}
