package com.ecom.product.model;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A picture that the shop keeps, in four widths.
 *
 * @param id SHA-256 of the picture as it was written anew, so that the same picture is kept once
 * @param width in pixels, of the widest that is kept beside the four
 * @param blurHash a blurred miniature as text
 */
public record Image(String id, int width, int height, String blurHash) {

    /** In pixels. A picture that is narrower is as wide as it is, under each of them. */
    public static final List<Integer> WIDTHS = List.of(320, 640, 960, 1_440);

    public static final String ID = "[0-9a-f]{64}";

    private static final Pattern PATTERN = Pattern.compile(ID);

    public static boolean isId(String text) {
        return PATTERN.matcher(text).matches();
    }

    /** Where anybody can see it. */
    public static String address(String id, int width) {
        return "/api/images/%s/%d.jpg".formatted(id, width);
    }
}
