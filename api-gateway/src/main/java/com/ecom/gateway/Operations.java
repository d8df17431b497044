package com.ecom.gateway;

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
class Operations {

    private static final String API = "/api";
    private static final String ADMIN = "/api/admin";

    private final Map<String, List<Known>> byBeginning;

    Operations(AccessPolicy policy) {
        this.byBeginning = policy.operations().entrySet().stream()
                .flatMap(service -> service.getValue().stream().map(it -> Known.of(service.getKey(), it)))
                .sorted(Comparator.comparing(Known::path, PathPattern.SPECIFICITY_COMPARATOR))
                .collect(Collectors.groupingBy(
                        it -> beginningOf(PathContainer.parsePath(it.operation().path()))));
    }

    Collection<Known> all() {
        return byBeginning.values().stream().flatMap(List::stream).toList();
    }

    /** The most specific pattern comes first. */
    List<Known> at(PathContainer path) {
        var here = new ArrayList<Known>();
        for (var known : byBeginning.getOrDefault(beginningOf(path), List.of())) {
            if (known.path().matches(path)) {
                here.add(known);
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
