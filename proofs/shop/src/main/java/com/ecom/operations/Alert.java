package com.ecom.operations;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A rule that calls somebody. */
public record Alert(String name, String expression, Map<?, ?> labels, Map<?, ?> annotations) {

    /** All of them, in the order of their files. */
    public static List<Alert> all(OpsFolder ops) throws IOException {
        return rules(ops)
                .filter(it -> it.containsKey("alert"))
                .map(it -> new Alert(
                        String.valueOf(it.get("alert")),
                        String.valueOf(it.get("expr")),
                        (Map<?, ?>) Objects.requireNonNullElse(it.get("labels"), Map.of()),
                        (Map<?, ?>) Objects.requireNonNullElse(it.get("annotations"), Map.of())))
                .toList();
    }

    /** Rules that call somebody, and those that only keep what others ask for. */
    static Stream<Map<?, ?>> rules(OpsFolder ops) throws IOException {
        var all = new ArrayList<Map<?, ?>>();
        for (var file : ops.rules()) {
            for (var group : list(OpsFolder.yaml(file), "groups")) {
                list(group, "rules").forEach(all::add);
            }
        }
        return all.stream();
    }

    private static List<Map<?, ?>> list(Map<?, ?> yaml, String name) {
        return ((List<?>) Objects.requireNonNull(yaml.get(name)))
                .stream().<Map<?, ?>>map(it -> (Map<?, ?>) it).toList();
    }

    public String severity() {
        return String.valueOf(labels.get("severity"));
    }

    /** Whether it says itself, or every series that it keeps says, whom it calls. */
    public boolean callsSomebody() {
        return labels.containsKey("owner")
                || expression.contains("by (service, owner")
                || expression.contains("owner=\"");
    }
}
