package com.ecom.load;

import com.ecom.shop.CatalogueFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.SequencedSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What people type, made of the names, brands and codes of a catalogue, always the same for the same one. Every second search
 * is one that nobody has made before, as long as there are such; the others are of those that many make, few of them most of
 * the time.
 *
 * @param popular the most frequent first
 * @param seldom each is asked once before any is asked again
 */
record Queries(List<String> popular, List<String> seldom) {

    private static final int POPULAR = 1_000;
    private static final int SEED = 16;
    private static final int LONGEST = 80;
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}\\s.-]+");

    static Queries of(CatalogueFile products) throws IOException {
        SequencedSet<String> all;
        try (var lines = products.lines()) {
            all = lines.map(JsonMapper.shared()::readTree)
                    .flatMap(Queries::askedFor)
                    .filter(it -> !it.isBlank() && it.length() <= LONGEST)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
        var mixed = new ArrayList<>(all);
        Collections.shuffle(mixed, new Random(SEED));
        var popular = Math.min(POPULAR, mixed.size() / 2);
        return new Queries(List.copyOf(mixed.subList(0, popular)), List.copyOf(mixed.subList(popular, mixed.size())));
    }

    int distinct() {
        return popular.size() + seldom.size();
    }

    /** @param number of the search, which settles whether anybody has made it before */
    String query(long number, Random random) {
        if (number % 2 == 0) {
            return seldom.get((int) (number / 2 % seldom.size()));
        }
        var rank = (int) Math.pow(popular.size(), random.nextDouble()) - 1;
        return popular.get(rank);
    }

    /** The thing, the thing by its brand, the beginning of its name, its code, and its name with a slip of the finger. */
    private static Stream<String> askedFor(JsonNode product) {
        var words = List.of(BLANKS.split(
                MARKS.matcher(product.path("title").asString(""))
                        .replaceAll(" ")
                        .strip(),
                -1));
        var last = words.getLast();
        return Stream.of(
                words.size() > 1 ? "%s %s".formatted(words.get(words.size() - 2), last) : last,
                "%s %s".formatted(product.path("brand").asString(""), last).strip(),
                words.stream().limit(3).collect(Collectors.joining(" ")),
                product.path("model").asString(""),
                misspelt(last));
    }

    private static String misspelt(String word) {
        var middle = word.length() / 2;
        return word.length() < 5 ? word : word.substring(0, middle) + word.substring(middle + 1);
    }
}
