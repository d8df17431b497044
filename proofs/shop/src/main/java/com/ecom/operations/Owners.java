package com.ecom.operations;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Who owns what, and how they are reached. */
public record Owners(Map<String, Team> teams) {

    /** Every series bears the owner of its service; an alert that keeps it calls that one. */
    static final String OF_THE_SERVICE = "the service's team";

    /** @param escalation whom the team asks in turn */
    public record Team(String does, List<String> services, String slack, String mail, String escalation) {}

    static Owners in(Map<String, Object> document) {
        var teams = new TreeMap<String, Team>();
        ((Map<?, ?>) Objects.requireNonNull(document.get("teams")))
                .forEach((name, it) -> teams.put(String.valueOf(name), team((Map<?, ?>) it)));
        return new Owners(teams);
    }

    private static Team team(Map<?, ?> yaml) {
        var services = ((List<?>) Objects.requireNonNull(yaml.get("services")))
                .stream().map(String::valueOf).toList();
        return new Team(
                said(yaml, "does"), services, said(yaml, "slack"), said(yaml, "mail"), said(yaml, "escalation"));
    }

    private static String said(Map<?, ?> yaml, String name) {
        return Objects.requireNonNull(yaml.get(name), () -> "A team lacks " + name)
                .toString();
    }

    public String ownerOf(String service) {
        return teams.entrySet().stream()
                .filter(it -> it.getValue().services.contains(service))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nobody owns " + service));
    }

    /** The team that is named, or that owns all services of whose series it is made, or whichever the series belong to. */
    public String calledBy(Alert alert, KnownMetrics metrics) {
        if (alert.labels().get("owner") instanceof String named) {
            return named;
        }
        var owners = metrics.servicesOf(new Promql(alert.expression()).metrics()).stream()
                .map(this::ownerOf)
                .distinct()
                .toList();
        return owners.size() == 1 ? owners.getFirst() : OF_THE_SERVICE;
    }

    /** The page for people: each team, what it owns, and what calls it. */
    public String document(List<Alert> alerts, KnownMetrics metrics) {
        var byOwner = alerts.stream().collect(Collectors.groupingBy(it -> calledBy(it, metrics)));
        return """
                # Who owns what

                Made of [owners.yaml](owners.yaml) and the [rules](prometheus/rules) by `-Dops.update=true`; change those. *critical* wakes
                somebody up, *warning* is for the next working day. The metrics of a service belong to its team, and so does every alert
                about it.

                """
                + teams.entrySet().stream()
                        .map(it -> section(it.getKey(), it.getValue())
                                + table(byOwner.getOrDefault(it.getKey(), List.of())))
                        .collect(Collectors.joining("\n"))
                + "\n## Whichever team owns the service\n\n"
                + table(byOwner.getOrDefault(OF_THE_SERVICE, List.of()));
    }

    private static String section(String name, Team team) {
        return """
                ## %s

                Looks after %s: %s.
                Slack `%s`, mail `%s`. Asks in turn: %s.

                """.formatted(
                        name,
                        team.does,
                        team.services.stream().map("`%s`"::formatted).collect(Collectors.joining(", ")),
                        team.slack,
                        team.mail,
                        team.escalation);
    }

    private static String table(List<Alert> alerts) {
        var severities = new TreeMap<String, TreeSet<String>>();
        alerts.forEach(it ->
                severities.computeIfAbsent(it.name(), _ -> new TreeSet<>()).add(it.severity()));
        return "| alert | severity |\n|---|---|\n"
                + severities.entrySet().stream()
                        .map(it -> "| [%s](../docs/runbooks/%1$s.md) | %s |\n"
                                .formatted(it.getKey(), String.join(", ", it.getValue())))
                        .collect(Collectors.joining());
    }
}
