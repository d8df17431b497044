package com.ecom.test;

import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Our own metrics, in Prometheus' text format. */
class Scrape {

    private static final String OURS = "ecom_";
    private static final Pattern SERIES = Pattern.compile("(\\w+)(?:\\{(.*)})? \\S+");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
    /** The bounds of histograms, and the service, whose name every series bears. */
    private static final Set<String> NOT_LISTED = Set.of("le", "service");

    private static final Pattern PART = Pattern.compile("_(bucket|sum|count|max)$");

    private final Map<String, Family> families = new TreeMap<>();
    private final String topicPrefix;

    /** @param topicPrefix what a test puts before the names of topics and groups, to be taken off */
    Scrape(String text, String topicPrefix) {
        this.topicPrefix = topicPrefix;
        var meanings = new TreeMap<String, String>();
        text.lines().forEach(line -> {
            if (line.startsWith("# HELP " + OURS)) {
                var help = line.split(" ", 4);
                meanings.put(help[2], help.length > 3 ? help[3].strip() : "");
            } else if (line.startsWith("# TYPE " + OURS)) {
                var type = line.split(" ", 4);
                families.put(type[2], new Family(type[3], meanings.getOrDefault(type[2], ""), new TreeMap<>()));
            }
        });
        families.keySet().removeIf(it -> !familyOf(it).equals(it));
        text.lines().filter(it -> it.startsWith(OURS)).forEach(this::series);
    }

    /** What there is by name; the series of a histogram or summary are one family. */
    Map<String, Family> families() {
        return families;
    }

    private void series(String line) {
        var series = SERIES.matcher(line);
        if (!series.matches()) {
            throw new IllegalArgumentException("No series: " + line);
        }
        var family = families.get(familyOf(series.group(1)));
        if (family == null || series.group(2) == null) {
            return;
        }
        LABEL.matcher(series.group(2))
                .results()
                .filter(it -> !NOT_LISTED.contains(it.group(1)))
                .forEach(it -> family.labels()
                        .computeIfAbsent(it.group(1), _ -> new TreeSet<>())
                        .add(withoutPrefix(it.group(2))));
    }

    private String familyOf(String name) {
        var whole = PART.matcher(name).replaceFirst("");
        var family = families.get(whole);
        return family != null
                        && (family.type().equals("histogram") || family.type().equals("summary"))
                ? whole
                : name;
    }

    private String withoutPrefix(String value) {
        return value.startsWith(topicPrefix) ? value.substring(topicPrefix.length()) : value;
    }

    /** @param labels the values that each label has */
    record Family(String type, String meaning, Map<String, SortedSet<String>> labels) {}
}
