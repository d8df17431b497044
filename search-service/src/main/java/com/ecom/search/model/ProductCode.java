package com.ecom.search.model;

import java.util.Locale;
import java.util.regex.Pattern;

/** SKUs and model numbers without what people leave out or put in: "HL-2130" is "hl 2130" is "hl2130". */
public final class ProductCode {

    private static final Pattern ELSE = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final int SHORTEST = 3;

    /** A digit anywhere, or signs within one word. */
    private static final Pattern LIKE_A_CODE =
            Pattern.compile(".*\\p{N}.*|\\S*[\\p{L}\\p{N}][^\\s\\p{L}\\p{N}]+[\\p{L}\\p{N}]\\S*", Pattern.DOTALL);

    private static final Pattern DIGIT = Pattern.compile("\\p{N}");
    private static final Pattern QUANTITY = Pattern.compile("\\p{N}{1,3}");

    private ProductCode() {}

    /** Whether this text probably names one certain product. */
    public static boolean isMeantBy(String text) {
        return of(text).length() >= SHORTEST
                && LIKE_A_CODE.matcher(text.strip()).matches();
    }

    /** Whether this word of a text is one: not how many or how much. */
    public static boolean isOne(String word) {
        var code = of(word);
        return code.length() >= SHORTEST
                && DIGIT.matcher(code).find()
                && !QUANTITY.matcher(code).matches();
    }

    public static String of(String text) {
        return ELSE.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
