package com.ecom.search.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** The words that the sample catalogue and its judgements are made from. */
final class SampleWords {

    private static final Pattern COLUMN = Pattern.compile("\\s*\\|\\s*");

    private SampleWords() {}

    static List<Thing> things() throws IOException {
        return lines("things.txt").stream().map(Thing::of).toList();
    }

    static List<Query> queries() throws IOException {
        return lines("queries.txt").stream().map(Query::of).toList();
    }

    private static List<List<String>> lines(String file) throws IOException {
        try (var in = Objects.requireNonNull(SampleWords.class.getResourceAsStream("/sample/" + file))) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(it -> !it.isBlank() && !it.startsWith("#"))
                    .map(it -> List.of(COLUMN.split(it.strip(), -1)))
                    .toList();
        }
    }

    private static List<String> several(String text, String between) {
        return text.equals("-") ? List.of() : List.of(text.split(between, -1));
    }

    /** @param names what it is called, the usual name first */
    record Thing(
            String category,
            List<String> names,
            long least,
            long most,
            List<String> kinds,
            List<String> looks,
            String purpose) {

        static Thing of(List<String> columns) {
            var prices = columns.get(2).split("-", -1);
            return new Thing(
                    columns.get(0),
                    several(columns.get(1), "/"),
                    Long.parseLong(prices[0]),
                    Long.parseLong(prices[1]),
                    several(columns.get(3), ";"),
                    several(columns.get(4), ";"),
                    columns.get(5));
        }
    }

    record Query(String text, List<Meaning> exact, List<String> wouldDo) {

        static Query of(List<String> columns) {
            return new Query(
                    columns.get(0),
                    several(columns.get(1), ";").stream().map(Meaning::of).toList(),
                    several(columns.get(2), ";"));
        }
    }

    /** A thing, perhaps one that has a certain word. */
    record Meaning(String thing, String word) {

        static Meaning of(String text) {
            var parts = Arrays.asList(text.split("@", -1));
            return new Meaning(parts.getFirst(), parts.size() == 1 ? "" : parts.getLast());
        }

        int rating(SampleCatalogue.Product product) {
            if (!product.thing().equals(thing)) {
                return 0;
            }
            return word.isEmpty() || product.has(word) ? 3 : 1;
        }
    }
}
