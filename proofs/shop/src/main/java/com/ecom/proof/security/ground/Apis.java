package com.ecom.proof.security.ground;

import com.ecom.core.security.AccessPolicy;
import com.ecom.core.security.AccessPolicy.Operation;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What every operation takes and answers, by the documents of {@code contracts/openapi}. */
public final class Apis {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final Map<String, JsonNode> documents = new LinkedHashMap<>();
    private final List<Described> operations = new ArrayList<>();

    public Apis(AccessPolicy policy) {
        for (var service : Ground.SERVICES) {
            var document = read(service);
            documents.put(service, document);
            for (var operation : policy.of(service)) {
                var described = document.path("paths")
                        .path(operation.path())
                        .path(operation.method().name().toLowerCase(Locale.ROOT));
                if (described.isMissingNode()) {
                    throw new IllegalStateException(
                            "%s does not document %s %s".formatted(service, operation.method(), operation.path()));
                }
                var routed =
                        policy.operations().getOrDefault(service, List.of()).contains(operation);
                operations.add(new Described(service, operation, routed, described));
            }
        }
    }

    public List<Described> operations() {
        return operations;
    }

    /** Whether the service has operations at this path, whatever their methods. */
    public boolean knowsPath(String service, String path) {
        return operations.stream().anyMatch(it -> it.service.equals(service) && it.matches(path));
    }

    /** The schema of a body that is asked for, with references followed; empty if none is. */
    public Optional<JsonNode> bodyOf(Described it) {
        var schema = it.document.at("/requestBody/content/application~1json/schema");
        return schema.isMissingNode() ? Optional.empty() : Optional.of(follow(it.service, schema));
    }

    public JsonNode follow(String service, JsonNode schema) {
        var reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : follow(service, document(service).at(reference.substring(1)));
    }

    /** In which ways an answer is not as documented; empty if it is, or if nothing is said about it. */
    public List<String> mismatches(Described it, int status, String body) {
        var schema = it.document.at("/responses/%d/content/application~1json/schema".formatted(status));
        if (schema.isMissingNode()) {
            return List.of();
        }
        return schemaOf(it.service, it.name() + " " + status, schema).validate(body, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    /** In which ways a refusal is not as documented. */
    public List<String> mismatchesOfProblem(Described it, String body) {
        var schema = document(it.service).at("/components/schemas/Problem");
        return schemaOf(it.service, "Problem", schema).validate(body, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private final Map<String, Schema> compiled = new java.util.concurrent.ConcurrentHashMap<>();

    private Schema schemaOf(String service, String name, JsonNode schema) {
        return compiled.computeIfAbsent(service + " " + name, _ -> {
            var whole = JSON.createObjectNode();
            whole.set("components", document(service).path("components"));
            whole.putArray("allOf").add(schema);
            return SCHEMAS.getSchema(JSON.writeValueAsString(whole), InputFormat.JSON);
        });
    }

    private JsonNode document(String service) {
        return java.util.Objects.requireNonNull(documents.get(service));
    }

    private static JsonNode read(String service) {
        try (var in = new ClassPathResource("contracts/openapi/%s.json".formatted(service)).getInputStream()) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param routed whether it is reached through the gateway */
    public record Described(String service, Operation operation, boolean routed, JsonNode document) {

        public String name() {
            return operation.method() + " " + operation.path();
        }

        /** The names of what stands in braces. */
        public Stream<String> pathParameters() {
            return Pattern.compile("\\{([^}]+)}")
                    .matcher(operation.path())
                    .results()
                    .map(it -> it.group(1));
        }

        /** Whether a request to this path, a pattern itself or not, could be for it. */
        public boolean matches(String path) {
            return path.matches(operation.path().replaceAll("\\{[^}]+}", "[^/]+"));
        }

        public boolean documents(int status) {
            return document.path("responses").has(Integer.toString(status));
        }

        /** Of the body that it takes. */
        public String contentType() {
            return document.path("requestBody").path("content").propertyNames().stream()
                    .findFirst()
                    .orElse("application/json");
        }

        public boolean takesABody() {
            return document.has("requestBody");
        }

        @Override
        public String toString() {
            return service + " " + name();
        }
    }
}
