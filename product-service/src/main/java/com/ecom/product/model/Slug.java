package com.ecom.product.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A product's name as a part of an address. */
public final class Slug {

    public static final String PATTERN = "[a-z0-9]+(-[a-z0-9]+)*";
    public static final int LONGEST = 200;

    private static final Pattern SLUG = Pattern.compile(PATTERN);
    private static final int LONGEST_NAME = 80;
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern REST = Pattern.compile("[^a-z0-9]+");
    private static final Pattern EDGES = Pattern.compile("^-+|-(?=-)");

    private Slug() {}

    /** Whether a product may be at such an address at all. */
    public static boolean isOne(String text) {
        return text.length() <= LONGEST && SLUG.matcher(text).matches();
    }

    /** Made unique by the end of the product's id. */
    public static String of(String name, String productId) {
        var plain =
                ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        var words = REST.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("-");
        var end = productId.substring(Math.max(0, productId.length() - 8));
        return EDGES.matcher("%s-%s".formatted(words.substring(0, Math.min(words.length(), LONGEST_NAME)), end))
                .replaceAll("");
    }
}
