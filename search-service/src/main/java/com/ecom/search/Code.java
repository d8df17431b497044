package com.ecom.search;

import java.util.Locale;
import java.util.regex.Pattern;

/** SKUs and model numbers without what people leave out or put in: "HL-2130" is "hl 2130" is "hl2130". */
final class Code {

    private static final Pattern ELSE = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Code() {}

    static String of(String text) {
        return ELSE.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
