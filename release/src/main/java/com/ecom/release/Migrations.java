package com.ecom.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The scripts that made the databases of the last release. One that ran somewhere is never changed, and a new one comes
 * after all of its service: Flyway would refuse to start otherwise, and only there where it matters.
 */
final class Migrations {

    static final String LIST = "migrations.sha256";

    private static final String FOLDER = "src/main/resources/db/migration";
    private static final Pattern VERSION = Pattern.compile("V(\\d+)__.*\\.sql");

    private Migrations() {}

    static List<Change> changes(Map<String, String> released, Map<String, String> now) {
        var changes = new ArrayList<Change>();
        released.forEach((script, sum) -> {
            if (!now.containsKey(script)) {
                changes.add(Change.breaking(script, "is gone, and databases have it"));
            } else if (!sum.equals(now.get(script))) {
                changes.add(Change.breaking(script, "has changed, and databases have what it was"));
            }
        });
        now.keySet().stream().filter(it -> !released.containsKey(it)).forEach(script -> {
            var last = released.keySet().stream()
                    .filter(it -> service(it).equals(service(script)))
                    .mapToInt(Migrations::version)
                    .max()
                    .orElse(0);
            changes.add(new Change(script, "is new", version(script) <= last));
        });
        return changes;
    }

    /** The sum of each script by its place in the checkout. */
    static Map<String, String> in(Path root) throws IOException {
        var sums = new TreeMap<String, String>();
        try (var modules = Files.newDirectoryStream(root, it -> Files.isDirectory(it.resolve(FOLDER)))) {
            for (var module : modules) {
                try (var scripts = Files.newDirectoryStream(module.resolve(FOLDER), "*.sql")) {
                    for (var script : scripts) {
                        sums.put(root.relativize(script).toString(), Sha256.of(script));
                    }
                }
            }
        }
        return sums;
    }

    private static String service(String script) {
        return script.substring(0, script.indexOf('/'));
    }

    private static int version(String script) {
        var name = VERSION.matcher(script.substring(script.lastIndexOf('/') + 1));
        return name.matches() ? Integer.parseInt(name.group(1)) : 0;
    }
}
