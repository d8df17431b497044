package com.ecom.core.security;

import com.ecom.core.security.AccessPolicy.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads {@code contracts/access-policy.yaml}. */
final class AccessPolicyFile {

    /** The services that have the operations of a section which is written once for several. */
    private static final String SHARED_BY = "of";
    /** A fixed path comes before a pattern that would also match it. */
    private static final Comparator<Operation> FIXED_PATHS_FIRST =
            Comparator.comparing(it -> it.path().contains("{"));

    private AccessPolicyFile() {}

    static AccessPolicy load() {
        try (var in = new ClassPathResource("contracts/access-policy.yaml").getInputStream()) {
            Map<String, Map<String, Object>> sections = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            var operations = new LinkedHashMap<String, List<Operation>>();
            var internal = new LinkedHashMap<String, List<Operation>>();
            sections.forEach((name, rows) -> {
                if (rows.get(SHARED_BY) instanceof List<?> services) {
                    services.forEach(it -> internal.merge((String) it, unroutedOf(rows), AccessPolicyFile::together));
                } else {
                    operations.put(name, operationsOf(rows));
                }
            });
            return new AccessPolicy(Map.copyOf(operations), Map.copyOf(internal));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Operation> operationsOf(Map<String, Object> rows) {
        return rows.entrySet().stream()
                .filter(it -> !it.getKey().equals(SHARED_BY))
                .map(it -> Operation.parse(it.getKey(), it.getValue()))
                .sorted(FIXED_PATHS_FIRST)
                .toList();
    }

    private static List<Operation> unroutedOf(Map<String, Object> rows) {
        var operations = operationsOf(rows);
        for (var it : operations) {
            if (it.highRisk()) {
                throw new IllegalArgumentException("The gateway does not route %s %s and so asks nobody about it"
                        .formatted(it.method(), it.path()));
            }
        }
        return operations;
    }

    static List<Operation> together(List<Operation> some, List<Operation> more) {
        return Stream.concat(some.stream(), more.stream())
                .sorted(FIXED_PATHS_FIRST)
                .toList();
    }
}
