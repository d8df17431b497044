package com.ecom.gateway.apidocs;

import com.ecom.core.security.AccessPolicy;
import com.ecom.core.security.AccessPolicy.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The documents of {@code contracts/openapi} as published: only operations that the gateway routes, and in words, which
 * viewers of such documents show, the roles that may call them.
 */
@Component
class ApiDocuments {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, String> documents = new TreeMap<>();

    ApiDocuments(AccessPolicy policy) {
        policy.operations().forEach((service, operations) -> documents.put(service, published(service, operations)));
    }

    List<String> services() {
        return List.copyOf(documents.keySet());
    }

    /** Null if there is no such service. */
    @Nullable
    String of(String service) {
        return documents.get(service);
    }

    private static String published(String service, List<Operation> operations) {
        var document = read(service);
        var routed = operations.stream().collect(Collectors.toMap(ApiDocuments::name, it -> it));
        var paths = (ObjectNode) document.path("paths");
        for (var path : List.copyOf(paths.propertyNames())) {
            var methods = (ObjectNode) paths.path(path);
            for (var method : List.copyOf(methods.propertyNames())) {
                var operation = routed.get(method + " " + path);
                if (operation == null) {
                    methods.remove(method);
                } else {
                    describeAccess(operation, (ObjectNode) methods.path(method));
                }
            }
            if (methods.isEmpty()) {
                paths.remove(path);
            }
        }
        return JSON.writeValueAsString(document);
    }

    private static void describeAccess(Operation operation, ObjectNode described) {
        if (operation.isPublic()) {
            return;
        }
        var roles = operation.allow().stream().map(Enum::name).sorted().collect(Collectors.joining(", "));
        described.put("description", described.path("description").asString() + " For " + roles + ".");
        if (operation.highRisk()) {
            described
                    .withObject("/responses/503")
                    .put(
                            "description",
                            "Nobody can tell now whether the session still counts (AUTH_VALIDATION_UNAVAILABLE);"
                                    + " Retry-After says when to come back");
        }
    }

    private static String name(Operation operation) {
        return operation.method().name().toLowerCase(Locale.ROOT) + " " + operation.path();
    }

    private static ObjectNode read(String service) {
        try (var in = new ClassPathResource("contracts/openapi/%s.json".formatted(service)).getInputStream()) {
            return (ObjectNode) JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("There is no document of " + service, e);
        }
    }
}
