package com.ecom.proof.security.requests;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Texts that a schema allows, by its format, its pattern and its length. */
record SchemaTexts(RandomGenerator chance) {

    private static final List<String> LIKELY = List.of(
            "US",
            "USD",
            "A",
            "1",
            "\"1\"",
            "key-1",
            "pm_card_ok",
            "/images/fuzz.jpg",
            "en",
            "en-US",
            "SKU-1",
            "https://shop.example/a.png",
            "+15551234567",
            "2026-01-01",
            "a-slug",
            "0".repeat(64),
            "123456");

    String of(JsonNode schema) {
        var made = switch (schema.path("format").asString("")) {
            case "uuid" -> new UUID(chance.nextLong(), chance.nextLong()).toString();
            case "date-time" ->
                Instant.ofEpochSecond(1_700_000_000L + chance.nextInt(100_000_000))
                        .toString();
            case "date" -> "2026-01-0" + (1 + chance.nextInt(9));
            case "email" -> "fuzz-%d@example.com".formatted(chance.nextInt(1_000_000));
            default -> word(schema);
        };
        var longest = schema.path("maxLength").asInt(Integer.MAX_VALUE);
        return made.length() > longest ? made.substring(0, longest) : made;
    }

    private String word(JsonNode schema) {
        var pattern = schema.path("pattern").asString("");
        var word = "fuzz " + Integer.toString(chance.nextInt(1_000_000), 36);
        if (pattern.isEmpty()) {
            return word;
        }
        var form = Pattern.compile(pattern);
        return form.matcher(word).matches()
                ? word
                : LIKELY.stream()
                        .filter(it -> form.matcher(it).matches())
                        .findFirst()
                        .orElse("1");
    }
}
