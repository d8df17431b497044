package com.ecom.gateway.policy;

import com.ecom.core.security.AccessPolicy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;

/** Finds the operations at a path; compares it only with patterns that share its first segments. */
@Component
public class Operations {

    private static final String API = "/api";
    private static final String ADMIN = "/api/admin";

    private final Map<String, List<RoutedOperation>> byPrefix;

    Operations(AccessPolicy policy) {
        this.byPrefix = policy.operations().entrySet().stream()
                .flatMap(service -> service.getValue().stream().map(it -> RoutedOperation.of(service.getKey(), it)))
                .sorted(Comparator.comparing(RoutedOperation::path, PathPattern.SPECIFICITY_COMPARATOR))
                .collect(Collectors.groupingBy(
                        it -> prefixOf(PathContainer.parsePath(it.operation().path()))));
    }

    public Collection<RoutedOperation> all() {
        return byPrefix.values().stream().flatMap(List::stream).toList();
    }

    /** The most specific pattern comes first. */
    List<RoutedOperation> at(PathContainer path) {
        var matches = new ArrayList<RoutedOperation>();
        for (var routed : byPrefix.getOrDefault(prefixOf(path), List.of())) {
            if (routed.path().matches(path)) {
                matches.add(routed);
            }
        }
        return matches;
    }

    /** {@code /api/orders} of {@code /api/orders/7/cancel}: as far as no pattern has a variable. */
    private static String prefixOf(PathContainer path) {
        if (!first(1, path).equals(API)) {
            return first(1, path);
        }
        var prefix = first(2, path);
        return prefix.equals(ADMIN) ? first(3, path) : prefix;
    }

    private static String first(int segments, PathContainer path) {
        var elements = Math.min(2 * segments, path.elements().size());
        return path.subPath(0, elements).value();
    }
}
