package com.ecom.local.relevance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What people think of products as answers to queries: 0 (irrelevant) to 3 (exactly that), by query and SKU. */
public record Judgements(Map<String, Map<String, Integer>> byQuery) {

    private static final String HEADER = "query,sku,rating";
    private static final int BEST = 3;

    /** @throws IllegalArgumentException if a line is none, with its number */
    public static Judgements read(Path csv) throws IOException {
        var lines = Files.readAllLines(csv, UTF_8);
        if (lines.isEmpty() || !lines.getFirst().strip().replace("\uFEFF", "").equals(HEADER)) {
            throw new IllegalArgumentException("%s has to begin with the line %s".formatted(csv, HEADER));
        }
        var byQuery = new LinkedHashMap<String, Map<String, Integer>>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                var fields = fieldsOf(lines.get(i), i + 1);
                byQuery.computeIfAbsent(fields.get(0), _ -> new LinkedHashMap<>())
                        .merge(fields.get(1), rating(fields.get(2), i + 1), Math::max);
            }
        }
        return new Judgements(Collections.unmodifiableMap(byQuery));
    }

    public int count() {
        return byQuery.values().stream().mapToInt(Map::size).sum();
    }

    private static int rating(String text, int line) {
        try {
            var rating = Double.parseDouble(text.strip());
            if (rating >= 0 && rating <= BEST && rating == Math.rint(rating)) {
                return (int) rating;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number that is none of these.
        }
        throw new IllegalArgumentException("Line %d: a rating is 0, 1, 2 or 3, and not %s".formatted(line, text));
    }

    private static List<String> fieldsOf(String line, int number) {
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        var quoted = false;
        for (int i = 0; i < line.length(); i++) {
            var c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                field.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        if (quoted
                || fields.size() != 3
                || fields.get(0).isBlank()
                || fields.get(1).isBlank()) {
            throw new IllegalArgumentException("Line %d is no query,sku,rating: %s".formatted(number, line));
        }
        return fields;
    }
}
