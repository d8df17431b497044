package com.ecom.e2e;

import com.ecom.local.stack.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The fields of one name in all requests of all services, by the documents of {@code contracts/openapi}. */
final class RequestFields {

    static final Path CONTRACTS = Checkout.find().root().resolve("contracts");

    private final String name;
    private final Map<String, JsonNode> found = new LinkedHashMap<>();

    private RequestFields(String name) {
        this.name = name;
    }

    /** Their schemas, by where they stand. */
    static Map<String, JsonNode> named(String name) {
        var fields = new RequestFields(name);
        try (var documents = Files.list(CONTRACTS.resolve("openapi"))) {
            documents
                    .filter(it -> it.toString().endsWith(".json"))
                    .forEach(it -> fields.collect(
                            it.getFileName().toString(), JsonMapper.shared().readTree(it)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return fields.found;
    }

    private void collect(String document, JsonNode api) {
        api.path("paths")
                .forEachEntry((path, operations) -> operations.forEachEntry((method, operation) -> {
                    var where = "%s: %s %s".formatted(document, method, path);
                    operation.path("parameters").forEach(it -> {
                        if (it.path("name").asString().equals(name)) {
                            found.put(where, it.path("schema"));
                        }
                    });
                    collect(operation.path("requestBody"), api, where);
                }));
    }

    private void collect(JsonNode schema, JsonNode api, String where) {
        if (schema.path("$ref").isString()) {
            var reference = schema.path("$ref").asString().substring("#/components/schemas/".length());
            collect(api.at("/components/schemas").path(reference), api, where);
        }
        if (schema.path("properties").has(name)) {
            found.put(where + " body", schema.path("properties").path(name));
        }
        schema.forEach(it -> collect(it, api, where));
    }
}
