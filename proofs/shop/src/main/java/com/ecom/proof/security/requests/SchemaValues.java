package com.ecom.proof.security.requests;

import com.ecom.proof.security.fixture.Apis;
import com.ecom.proof.security.fixture.KnownIds;
import java.util.ArrayList;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes up values that a document's schemas allow. */
final class SchemaValues {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int DEEP = 6;
    private final Apis apis;
    private final KnownIds pool;
    private final RandomGenerator chance;
    private final boolean complete;

    /** @param complete whether objects have all that they may have, and lists at least one item */
    SchemaValues(Apis apis, KnownIds pool, RandomGenerator chance, boolean complete) {
        this.apis = apis;
        this.pool = pool;
        this.chance = chance;
        this.complete = complete;
    }

    /** For a path, a query or a header; rather something that the shop is known to have. */
    String text(String name, JsonNode schema) {
        var known = complete || chance.nextInt(3) > 0 ? pool.of(name, chance) : "";
        if (!known.isEmpty()) {
            return known;
        }
        var made = of(name, "", schema, 0);
        if (made.isArray()) {
            return made.isEmpty() ? "" : made.path(0).asString();
        }
        return made.isString() ? made.asString() : made.toString();
    }

    JsonNode body(String service, JsonNode schema) {
        return of("", service, schema, 0);
    }

    private JsonNode of(String name, String service, JsonNode written, int depth) {
        var schema = service.isEmpty() ? written : apis.follow(service, written);
        if (schema.has("enum")) {
            return schema.path("enum").path(chance.nextInt(schema.path("enum").size()));
        }
        return switch (schema.path("type").asString("")) {
            case "string" -> JSON.getNodeFactory().stringNode(string(name, schema));
            case "integer", "number" -> JSON.getNodeFactory().numberNode(number(schema));
            case "boolean" -> JSON.getNodeFactory().booleanNode(chance.nextBoolean());
            case "array" -> {
                var list = JSON.createArrayNode();
                var size = Math.max(schema.path("minItems").asInt(complete ? 1 : 0), chance.nextInt(3));
                for (int index = 0; index < size && depth < DEEP; index++) {
                    list.add(of(name, service, schema.path("items"), depth + 1));
                }
                yield list;
            }
            case "object" -> object(service, schema, depth);
            default -> JSON.createObjectNode();
        };
    }

    private ObjectNode object(String service, JsonNode schema, int depth) {
        var object = JSON.createObjectNode();
        if (depth >= DEEP) {
            return object;
        }
        var required = new ArrayList<String>();
        schema.path("required").forEach(it -> required.add(it.asString()));
        schema.path("properties").properties().forEach(property -> {
            if (complete || required.contains(property.getKey()) || chance.nextBoolean()) {
                object.set(property.getKey(), of(property.getKey(), service, property.getValue(), depth + 1));
            }
        });
        return object;
    }

    private String string(String name, JsonNode schema) {
        var known = complete || chance.nextBoolean() ? pool.of(name, chance) : "";
        return known.isEmpty() ? new SchemaTexts(chance).of(schema) : known;
    }

    private long number(JsonNode schema) {
        var least = schema.path("minimum").asLong(0);
        var most = schema.path("maximum").asLong(least + 1_000);
        return most <= least ? least : least + chance.nextLong(Math.min(most - least, 1_000) + 1);
    }
}
