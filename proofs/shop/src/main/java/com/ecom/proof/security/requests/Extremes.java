package com.ecom.proof.security.requests;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** The ends of what numbers and texts can be, and what lies just beyond them. */
public final class Extremes {

    public static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "-1",
            "1",
            "0.1",
            "2147483647",
            "2147483648",
            "-2147483648",
            "-2147483649",
            "9007199254740991",
            "9007199254740993",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "-9223372036854775809",
            "1e308",
            "1e999",
            "9".repeat(60));

    private static final int WITHOUT_A_LIMIT = 255;

    private Extremes() {}

    /** As long as they may be, and longer; of characters of one byte and of four, and of digits. */
    public static List<String> textsFor(JsonNode schema) {
        var longest = Math.min(schema.path("maxLength").asInt(WITHOUT_A_LIMIT), 1_000);
        return List.of(
                "x".repeat(longest),
                "x".repeat(longest + 1),
                "\uD83D\uDE00".repeat(longest / 2),
                "\uD83D\uDE00".repeat(longest),
                "9".repeat(longest),
                "9223372036854775807");
    }
}
