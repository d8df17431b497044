package com.ecom.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.model.ChangedOperation;

/** An API takes what it took and answers what it answered, or a correction since the last release says why it never did. */
final class Apis {

    private static final String CORRECTIONS = "corrections.md";

    private Apis() {}

    /** Of both folders of OpenAPI documents. */
    static List<Change> changes(Path released, Path now) throws IOException {
        var changes = new ArrayList<Change>();
        var corrected = corrected(released, now);
        var before = documents(released);
        for (var name : before) {
            var file = now.resolve(name);
            if (Files.exists(file)) {
                changes.addAll(changes(name, released.resolve(name), file, corrected.contains(name)));
            } else {
                changes.add(Change.breaking("openapi/" + name, "is gone"));
            }
        }
        for (var name : documents(now)) {
            if (!before.contains(name)) {
                changes.add(Change.compatible("openapi/" + name, "is new"));
            }
        }
        return changes;
    }

    private static List<Change> changes(String name, Path released, Path now, boolean corrected) throws IOException {
        var before = Files.readString(released);
        var after = Files.readString(now);
        if (before.equals(after)) {
            return List.of();
        }
        var difference = OpenApiCompare.fromContents(before, after);
        if (difference.isUnchanged()) {
            return List.of();
        }
        return changes("openapi/" + name, difference).stream()
                .map(it -> new Change(it.contract(), it.what(), it.breaking() && !corrected))
                .toList();
    }

    private static List<Change> changes(String contract, ChangedOpenApi difference) {
        var changes = new ArrayList<Change>();
        difference.getMissingEndpoints().forEach(it -> changes.add(Change.breaking(contract, "no longer " + it)));
        difference.getNewEndpoints().forEach(it -> changes.add(Change.compatible(contract, "now " + it)));
        difference.getChangedOperations().forEach(it -> changes.add(change(contract, it)));
        if (difference.isIncompatible() && changes.stream().noneMatch(Change::breaking)) {
            changes.add(Change.breaking(contract, "changed in a way that breaks its users"));
        }
        return changes;
    }

    private static Change change(String contract, ChangedOperation operation) {
        var name = "%s %s ".formatted(operation.getHttpMethod(), operation.getPathUrl());
        var lost = LostFields.of(operation);
        if (!lost.isEmpty()) {
            return Change.breaking(contract, name + "answers without " + String.join(", ", lost));
        }
        return operation.isIncompatible()
                ? Change.breaking(contract, name + "takes less or answers otherwise")
                : Change.compatible(contract, name + "has more");
    }

    /** The documents that a correction was written for since. */
    private static Set<String> corrected(Path released, Path now) throws IOException {
        var lines = lines(now);
        lines.removeAll(lines(released));
        return lines.stream()
                .filter(it -> it.startsWith("- ") && it.contains(": "))
                .map(it -> it.substring(2, it.indexOf(':')))
                .collect(Collectors.toSet());
    }

    private static List<String> lines(Path folder) throws IOException {
        var file = folder.resolve(CORRECTIONS);
        return new ArrayList<>(Files.exists(file) ? Files.readAllLines(file) : List.of());
    }

    private static List<String> documents(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(it -> it.getFileName().toString())
                    .filter(it -> it.endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }
}
