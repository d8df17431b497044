package com.ecom.gateway.policy;

import com.ecom.core.service.AccessPolicy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;

/** Finds what there is at a path by looking only at operations whose paths begin alike. */
@Component
public class Operations {

    private static final String API = "/api";
    private static final String ADMIN = "/api/admin";

    private final Map<String, List<RoutedOperation>> byBeginning;

    Operations(AccessPolicy policy) {
        this.byBeginning = policy.operations().entrySet().stream()
                .flatMap(service -> service.getValue().stream().map(it -> RoutedOperation.of(service.getKey(), it)))
                .sorted(Comparator.comparing(RoutedOperation::path, PathPattern.SPECIFICITY_COMPARATOR))
                .collect(Collectors.groupingBy(
                        it -> beginningOf(PathContainer.parsePath(it.operation().path()))));
    }

    public Collection<RoutedOperation> all() {
        return byBeginning.values().stream().flatMap(List::stream).toList();
    }

    /** The most specific pattern comes first. */
    List<RoutedOperation> at(PathContainer path) {
        var here = new ArrayList<RoutedOperation>();
        for (var routed : byBeginning.getOrDefault(beginningOf(path), List.of())) {
            if (routed.path().matches(path)) {
                here.add(routed);
            }
        }
        return here;
    }

    /** {@code /api/orders} of {@code /api/orders/7/cancel}: as far as no pattern has a variable. */
    private static String beginningOf(PathContainer path) {
        if (!first(1, path).equals(API)) {
            return first(1, path);
        }
        var beginning = first(2, path);
        return beginning.equals(ADMIN) ? first(3, path) : beginning;
    }

    private static String first(int segments, PathContainer path) {
        var elements = Math.min(2 * segments, path.elements().size());
        return path.subPath(0, elements).value();
    }
}
