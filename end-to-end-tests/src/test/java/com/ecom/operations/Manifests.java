package com.ecom.operations;

import com.ecom.local.stack.Names;
import com.ecom.local.stack.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a cluster has to know of each service: one template, and a table of what differs. */
public record Manifests(String template, Owners owners, Map<String, Needs> needs) {

    private static final int DNS = 53;

    private static final Map<String, Integer> STORES =
            Map.of("mysql", 3306, "kafka", 9092, "redis", 6379, "mongodb", 27017, "elasticsearch", 9200);

    private static final String TRACES = "traces";
    private static final int TRACES_PORT = 9411;
    private static final String AUTH = "auth-service";

    /** @param outside ports of what it calls beyond the cluster */
    public record Needs(int min, int max, List<String> stores, List<String> calls, List<Integer> outside) {}

    public static Manifests of(OpsFolder ops) throws IOException {
        var folder = ops.root().resolve("ops/kubernetes");
        var needs = new TreeMap<String, Needs>(Comparator.comparingInt(Names.SERVICES::indexOf));
        ((Map<?, ?>) Objects.requireNonNull(
                        OpsFolder.yaml(folder.resolve("services.yaml")).get("services")))
                .forEach((service, it) -> needs.put(String.valueOf(service), needs((Map<?, ?>) it)));
        return new Manifests(Files.readString(folder.resolve("service.template.yaml")), ops.owners(), needs);
    }

    private static Needs needs(Map<?, ?> yaml) {
        return new Needs(
                number(yaml.get("min")),
                number(yaml.get("max")),
                list(yaml, "stores").stream().map(String::valueOf).toList(),
                list(yaml, "calls").stream().map(String::valueOf).toList(),
                list(yaml, "outside").stream().map(Manifests::number).toList());
    }

    private static int number(@Nullable Object value) {
        return Integer.parseInt(String.valueOf(value));
    }

    private static List<?> list(Map<?, ?> yaml, String name) {
        return (List<?>) Objects.requireNonNull(yaml.get(name));
    }

    public String of(String service) {
        var it = Objects.requireNonNull(needs.get(service));
        return template.replace("${service}", service)
                .replace("${owner}", owners.ownerOf(service))
                .replace("${port}", String.valueOf(port(service)))
                .replace("${management}", String.valueOf(management(service)))
                .replace("${min}", String.valueOf(it.min))
                .replace("${max}", String.valueOf(it.max))
                .replace("${ingress}", ingress(service).indent(4).stripTrailing())
                .replace("${egress}", egress(service, it).indent(4).stripTrailing());
    }

    /** Those who call it, operators, and whoever scrapes it. */
    private String ingress(String service) {
        var rules = new ArrayList<String>();
        if (service.equals(Names.GATEWAY)) {
            rules.add(rule("from", namespace("gateway"), port(service)));
        }
        needs.forEach((caller, it) -> {
            if (it.calls.contains(service) || (service.equals(AUTH) && !caller.equals(AUTH))) {
                rules.add(rule("from", pod(caller), port(service)));
            }
        });
        rules.add(rule("from", "podSelector: {matchLabels: {ecom/role: operator}}", port(service)));
        rules.add(rule("from", namespace("monitoring"), management(service)));
        return String.join("\n", rules);
    }

    /** Names, stores, those whom it calls, the issuer whose keys everybody reads, and where traces go. */
    private static String egress(String service, Needs it) {
        var rules = new ArrayList<String>();
        rules.add("""
                    - to:
                        - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kube-system}}
                      ports:
                        - {protocol: UDP, port: %1$d}
                        - {protocol: TCP, port: %1$d}""".formatted(DNS));
        it.stores.forEach(store -> rules.add(rule("to", store(store), STORES.getOrDefault(store, 0))));
        if (!service.equals(AUTH) && !it.calls.contains(AUTH)) {
            rules.add(rule("to", pod(AUTH), port(AUTH)));
        }
        it.calls.forEach(called -> rules.add(rule("to", pod(called), port(called))));
        rules.add(rule("to", store(TRACES), TRACES_PORT));
        it.outside.forEach(port -> rules.add(rule(
                "to",
                "ipBlock: {cidr: 0.0.0.0/0, except: [10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 169.254.0.0/16]}",
                port)));
        return String.join("\n", rules);
    }

    private static String rule(String direction, String peer, int port) {
        return """
                    - %s:
                        - %s
                      ports:
                        - {protocol: TCP, port: %d}""".formatted(direction, peer, port);
    }

    private static String pod(String service) {
        return "podSelector: {matchLabels: {app.kubernetes.io/name: %s}}".formatted(service);
    }

    private static String store(String name) {
        return "podSelector: {matchLabels: {ecom/store: %s}}".formatted(name);
    }

    private static String namespace(String name) {
        return "namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: %s}}".formatted(name);
    }

    private static int port(String service) {
        return Ports.usual().of(service);
    }

    private static int management(String service) {
        return Ports.usual().of(Names.managementOf(service));
    }
}
