package com.ecom.product.model;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** By which words staff find a product in their list. */
public final class ProductWords {

    private static final int MOST = 200;
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\p{C}]+");
    private static final Pattern EDGES = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private ProductWords() {}

    /** Those of its name and its brand; one with a hyphen in it as a whole, and in its parts. */
    public static List<String> of(String name, @Nullable String brand) {
        var words = new LinkedHashSet<String>();
        Stream.concat(Stream.of(name), Stream.ofNullable(brand))
                .flatMap(it -> asked(it).stream())
                .forEach(it -> {
                    words.add(it);
                    words.addAll(Arrays.asList(SIGNS.split(it, -1)));
                });
        return words.stream().filter(it -> !it.isEmpty()).limit(MOST).toList();
    }

    /** What somebody typed, word by word, without regard to case and accents. */
    public static List<String> asked(String text) {
        return BLANKS.splitAsStream(folded(text))
                .map(it -> EDGES.matcher(it).replaceAll(""))
                .filter(it -> !it.isEmpty())
                .distinct()
                .toList();
    }

    /** By which it has its place in a list that is sorted by name. */
    public static String key(String name) {
        return folded(name);
    }

    private static String folded(String text) {
        return ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
