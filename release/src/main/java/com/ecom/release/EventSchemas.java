package com.ecom.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.flipkart.zjsonpatch.DiffFlags;
import com.flipkart.zjsonpatch.JsonDiff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Events of one type are read by consumers that are older, and by others that are newer than what published them: both
 * read on if nothing changes but what is said about it and optional properties that are new. For anything else there is a
 * new type, with the next major in its name, beside the old one.
 */
final class EventSchemas {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final EnumSet<DiffFlags> PLAIN =
            EnumSet.of(DiffFlags.OMIT_MOVE_OPERATION, DiffFlags.OMIT_COPY_OPERATION);

    /** Keywords of JSON Schema under which a new name takes nothing from the old ones. */
    private static final Set<String> GROW = Set.of("properties", "$defs");

    /** Keywords of JSON Schema that only say something to people. */
    private static final Set<String> WORDS = Set.of("title", "description", "examples", "$comment");

    private EventSchemas() {}

    /** Of both folders of events. */
    static List<Change> changes(Path released, Path now) throws IOException {
        var changes = new ArrayList<Change>();
        var before = schemas(released);
        for (var name : before) {
            var file = now.resolve(name);
            if (Files.exists(file)) {
                changes.addAll(changes("events/" + name, read(released.resolve(name)), read(file)));
            } else {
                changes.add(Change.breaking("events/" + name, "is gone"));
            }
        }
        for (var name : schemas(now)) {
            if (!before.contains(name)) {
                changes.add(Change.compatible("events/" + name, "is new"));
            }
        }
        return changes;
    }

    static List<Change> changes(String contract, JsonNode released, JsonNode now) {
        return StreamSupport.stream(JsonDiff.asJson(released, now, PLAIN).spliterator(), false)
                .map(it -> new Change(contract, it.toString(), !harmless(it)))
                .toList();
    }

    private static boolean harmless(JsonNode operation) {
        var path = operation.path("path").asText().split("/", -1);
        if (path.length < 2) {
            return false;
        }
        var keyword = path[path.length - 1];
        var parent = path[path.length - 2];
        return GROW.contains(parent) ? operation.path("op").asText().equals("add") : WORDS.contains(keyword);
    }

    /** Their names, as seen from the folder. */
    static List<String> schemas(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(it -> it.endsWith("schema.json") || it.endsWith("types.json"))
                    .map(it -> folder.relativize(it).toString())
                    .sorted()
                    .toList();
        }
    }

    private static JsonNode read(Path file) throws IOException {
        return JSON.readTree(file.toFile());
    }
}
