package com.ecom.proof.security.ground;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/** What answers have told so far, by the name under which other operations ask for it: ids, SKUs, cursors. */
public final class Pool {

    private static final int OF_EACH = 200;

    private final Map<String, List<String>> known = new ConcurrentHashMap<>();
    private final Map<String, List<String>> learned = new ConcurrentHashMap<>();

    /** To be used at once. */
    public void add(String name, String value) {
        keep(known, name, value);
    }

    /** From now on, what was learned is used as well. */
    public void settle() {
        learned.forEach((name, values) -> values.forEach(it -> keep(known, name, it)));
        learned.clear();
    }

    private static void keep(Map<String, List<String>> where, String name, String value) {
        where.compute(name, (_, had) -> {
            var all = had == null ? new ArrayList<String>() : new ArrayList<>(had);
            if (all.size() < OF_EACH && !all.contains(value)) {
                all.add(value);
            }
            return List.copyOf(all);
        });
    }

    /** To be used once it has settled. */
    public void learn(JsonNode answer) {
        if (answer.isObject()) {
            answer.properties().forEach(it -> {
                var name = it.getKey();
                if (it.getValue().isString()
                        && (name.endsWith("Id") || name.equals("sku") || name.equals("nextCursor"))) {
                    keep(
                            learned,
                            name.equals("nextCursor") ? "cursor" : name,
                            it.getValue().asString());
                } else {
                    learn(it.getValue());
                }
            });
        } else if (answer.isArray()) {
            answer.forEach(this::learn);
        }
    }

    /** Empty if nothing is known. */
    public String of(String name, RandomGenerator chance) {
        var values = known.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(chance.nextInt(values.size()));
    }
}
