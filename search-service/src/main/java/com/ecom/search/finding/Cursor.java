package com.ecom.search.finding;

import co.elastic.clients.elasticsearch._types.FieldValue;
import com.ecom.core.web.Page;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The position after a result: by what it was sorted, its value there, and its id. */
final class Cursor {

    private Cursor() {}

    static String after(Sorting sorting, List<FieldValue> position) {
        var text = "%s\n%s\n%s"
                .formatted(
                        sorting,
                        position.getFirst()._toJsonString(),
                        position.getLast().stringValue());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Empty for the first page, for another order, and for what is no cursor of ours. */
    static List<FieldValue> positionOf(@Nullable String cursor, Sorting sorting) {
        var text = Page.textOf(cursor).orElse("");
        var first = text.indexOf('\n');
        var last = text.lastIndexOf('\n');
        if (first == last || !text.substring(0, first).equals(sorting.name())) {
            return List.of();
        }
        try {
            return List.of(valueOf(text.substring(first + 1, last), sorting), FieldValue.of(text.substring(last + 1)));
        } catch (NumberFormatException e) {
            return List.of();
        }
    }

    private static double scoreIn(String text) {
        var score = Double.parseDouble(text);
        if (!Double.isFinite(score)) {
            throw new NumberFormatException("No score is " + text);
        }
        return score;
    }

    private static FieldValue valueOf(String text, Sorting sorting) {
        return switch (sorting) {
            case RELEVANCE -> FieldValue.of(scoreIn(text));
            case PRICE, DEAREST, NEWEST -> FieldValue.of(Long.parseLong(text));
            case NAME -> FieldValue.of(text);
        };
    }
}
