package com.ecom.operations;

import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The metrics of {@code contracts/metrics.yaml}: what rules and runbooks may ask for, and whose it is. */
public record KnownMetrics(Map<String, Metric> byName) {

    /** The section of what every service may have without having written it. */
    public static final String FRAMEWORK = "framework";

    private static final Pattern PART = Pattern.compile("_(bucket|sum|count|max)$");

    /** What Prometheus adds itself, and the bound of a histogram. */
    private static final Set<String> LABELS_OF_ALL = Set.of("service", "owner", "instance", "job", "le");

    /** @param labels the values that each has; none where those are not known */
    public record Metric(Set<String> services, Map<String, Set<String>> labels) {}

    public static KnownMetrics of(OpsFolder ops) throws IOException {
        var all = new TreeMap<String, Metric>();
        OpsFolder.yaml(ops.root().resolve("contracts/metrics.yaml"))
                .forEach((service, metrics) -> ((Map<?, ?>) metrics).forEach((name, it) -> {
                    var metric = all.computeIfAbsent(
                            String.valueOf(name), _ -> new Metric(new TreeSet<>(), new TreeMap<>()));
                    metric.services.addAll(servicesOf(service, (Map<?, ?>) it));
                    addLabels(metric, (Map<?, ?>) it);
                }));
        return new KnownMetrics(all);
    }

    /** What comes from no service's own code may still be of some only. */
    private static Collection<String> servicesOf(String section, Map<?, ?> written) {
        return written.get("services") instanceof List<?> some
                ? Stream.concat(Stream.of(section), some.stream().map(String::valueOf))
                        .toList()
                : List.of(section);
    }

    private static void addLabels(Metric metric, Map<?, ?> written) {
        if (written.get("labels") instanceof Map<?, ?> labels) {
            labels.forEach((label, values) -> {
                var known = metric.labels.computeIfAbsent(String.valueOf(label), _ -> new HashSet<>());
                ((Collection<?>) values).forEach(it -> known.add(String.valueOf(it)));
            });
        }
    }

    /** Whether there is such a series, or one of which it is a part. */
    public boolean has(String series) {
        return byName.containsKey(series) || byName.containsKey(family(series));
    }

    /** The services that have all of these; none if every one may. */
    Set<String> servicesOf(Collection<String> series) {
        var services = new TreeSet<String>();
        series.stream().filter(this::has).forEach(it -> services.addAll(get(it).services));
        services.remove(FRAMEWORK);
        return services;
    }

    /** What a selector asks for and no series ever has. */
    List<String> complaints(Promql promql) {
        return promql.matchers().stream()
                .filter(it -> has(it.metric()))
                .filter(it -> !LABELS_OF_ALL.contains(it.label()))
                .filter(it -> !isPossible(get(it.metric()), it))
                .map(it -> "%s has no %s %s".formatted(it.metric(), it.label(), it.value()))
                .toList();
    }

    private static boolean isPossible(Metric metric, Promql.Matcher asked) {
        var values = metric.labels.get(asked.label());
        return values != null && (values.isEmpty() || values.containsAll(asked.alternatives()));
    }

    private Metric get(String series) {
        var metric = byName.get(series);
        if (metric == null) {
            metric = byName.get(family(series));
        }
        if (metric == null) {
            throw new IllegalArgumentException("contracts/metrics.yaml has no " + series);
        }
        return metric;
    }

    private static String family(String series) {
        return PART.matcher(series).replaceFirst("");
    }
}
