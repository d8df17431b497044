package com.ecom.shop;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one process has counted until now. */
public final class Metrics {

    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final String scraped;

    private Metrics(String scraped) {
        this.scraped = scraped;
    }

    /** @param management where the process tells how it is */
    public static Metrics at(URI management) throws IOException, InterruptedException {
        return new Metrics(ShopHttp.client()
                .send(
                        HttpRequest.newBuilder(management.resolve("/actuator/prometheus"))
                                .build(),
                        BodyHandlers.ofString())
                .body());
    }

    /** The labels of all series of that name; of a histogram or summary, of all its parts. */
    public List<Map<String, String>> labelsOf(String name) {
        var series = Pattern.compile(Pattern.quote(name) + "(_bucket|_sum|_count|_max)?\\{(.*)} \\S+");
        return scraped.lines()
                .map(series::matcher)
                .filter(Matcher::matches)
                .map(it -> LABEL.matcher(it.group(2))
                        .results()
                        .collect(Collectors.toMap(label -> label.group(1), label -> label.group(2))))
                .toList();
    }

    /** The value of each series of that name, by its labels as they are written. */
    public Map<String, Double> series(String name) {
        return scraped.lines()
                .filter(it -> it.startsWith(name + "{"))
                .collect(Collectors.toMap(
                        it -> it.substring(it.indexOf('{'), it.lastIndexOf('}') + 1),
                        it -> Double.parseDouble(it.substring(it.lastIndexOf(' ')))));
    }

    /** The sum of all series of that name which have all of these labels, each as in {@code outcome="APPLIED"}. */
    public double sum(String name, String... labels) {
        return scraped.lines()
                .filter(it -> it.startsWith(name + "{") || it.startsWith(name + " "))
                .filter(it -> Stream.of(labels).allMatch(it::contains))
                .mapToDouble(it -> Double.parseDouble(it.substring(it.lastIndexOf(' '))))
                .sum();
    }
}
