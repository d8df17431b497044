package com.ecom.proof.security;

import com.ecom.proof.security.Apis.Described;
import com.ecom.proof.security.Asking.Request;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes up requests for an operation from its document: good ones, ones that are wrong in one way, and nasty ones. */
final class Inputs {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int DEEP = 6;
    private static final List<String> NASTY = List.of(
            "' or '1'='1",
            "${jndi:ldap://127.0.0.1:1/x}",
            "{\"$gt\":\"\"}",
            "../../etc/passwd",
            "<script>alert(1)</script>",
            "#{7*7}",
            "%s%n%x",
            "a\u0000b",
            "\u202Eevil",
            "\uD83D\uDE00".repeat(50),
            "x".repeat(5_000),
            "\ud800",
            "-1",
            "1e999",
            "null",
            "\r\nSet-Cookie: a=b",
            "*:*",
            "; drop table orders",
            " ",
            "\u00e9\u0301");
    private static final List<String> LIKELY = List.of(
            "US",
            "USD",
            "A",
            "1",
            "\"1\"",
            "key-1",
            "pm_card_ok",
            "en",
            "en-US",
            "SKU-1",
            "https://shop.example/a.png",
            "+15551234567",
            "2026-01-01",
            "a-slug",
            "0".repeat(64),
            "123456");

    private final Apis apis;
    private final Pool pool;
    private final RandomGenerator chance;

    Inputs(Apis apis, Pool pool, RandomGenerator chance) {
        this.apis = apis;
        this.pool = pool;
        this.chance = chance;
    }

    /** @param wrong what makes it no request that may succeed; empty if nothing does for sure */
    record Input(Request request, String wrong) {}

    Input make(Described it, URI door, String token) {
        var flaw = chance.nextInt(3) == 0 ? "" : null;
        var wrong = new StringBuilder();
        var headers = new LinkedHashMap<String, List<String>>();
        if (!token.isEmpty()) {
            headers.put("Authorization", List.of("Bearer " + token));
        }
        var path = it.operation().path();
        var query = new ArrayList<String>();
        for (var parameter : it.document().path("parameters")) {
            var name = parameter.path("name").asString();
            var schema = apis.follow(it.service(), parameter.path("schema"));
            var value = text(name, schema);
            switch (parameter.path("in").asString()) {
                case "path" -> path = path.replace("{" + name + "}", encode(value.isEmpty() ? "x" : value));
                case "query" -> {
                    if (parameter.path("required").asBoolean(false) || chance.nextBoolean()) {
                        query.add(encode(name) + "=" + encode(outOfRange(name, schema, value, wrong, flaw == null)));
                    }
                }
                case "header" -> {
                    if (!name.equals("Authorization") && isSendable(value)) {
                        headers.put(name, List.of(value));
                    }
                }
                default -> throw new IllegalStateException("Parameters in %s".formatted(parameter.path("in")));
            }
        }
        var body = body(it, wrong, flaw == null, headers);
        var target = query.isEmpty() ? path : path + "?" + String.join("&", query);
        return new Input(
                new Request(it.operation().method().name(), door.resolve(target), headers, body), wrong.toString());
    }

    private @org.jspecify.annotations.Nullable String body(
            Described it, StringBuilder wrong, boolean mayBeWrong, Map<String, List<String>> headers) {
        if (!it.takesABody()) {
            return null;
        }
        headers.put("Content-Type", List.of("application/json"));
        var schema = apis.bodyOf(it);
        if (schema.isEmpty()) {
            return "{}";
        }
        var good = value("", it.service(), schema.get(), 0);
        if (!mayBeWrong || !wrong.isEmpty() || !(good instanceof ObjectNode object)) {
            return write(good);
        }
        return switch (chance.nextInt(7)) {
            case 0 ->
                say(
                        wrong,
                        "a body cut off",
                        () -> write(object)
                                .substring(0, Math.max(1, write(object).length() - 1)));
            case 1 -> say(wrong, "a list as body", () -> "[" + write(object) + "]");
            case 2 -> say(wrong, "a word as body", () -> "\"admin\"");
            case 3 ->
                say(wrong, "an unknown field", () -> write(object.deepCopy().put("isAdmin" + chance.nextInt(9), true)));
            case 4 -> withoutARequired(it, schema.get(), object, wrong);
            case 5 -> withAWrongType(it, schema.get(), object, wrong);
            default -> write(nasty(object));
        };
    }

    private String withoutARequired(Described it, JsonNode schema, ObjectNode object, StringBuilder wrong) {
        var required = schema.path("required");
        if (required.isEmpty()) {
            return write(object);
        }
        var name = required.path(chance.nextInt(required.size())).asString();
        return say(
                wrong,
                it.name() + " without " + name,
                () -> write(object.deepCopy().without(name)));
    }

    private String withAWrongType(Described it, JsonNode schema, ObjectNode object, StringBuilder wrong) {
        var names = List.copyOf(schema.path("properties").propertyNames());
        if (names.isEmpty()) {
            return write(object);
        }
        var name = names.get(chance.nextInt(names.size()));
        var property = apis.follow(it.service(), schema.path("properties").path(name));
        var bad = switch (property.path("type").asString("")) {
            case "string" -> JSON.createArrayNode().add(JSON.createObjectNode());
            case "integer", "number", "boolean" -> JSON.createObjectNode().put("a", 1);
            case "array" -> JSON.createObjectNode().put("a", 1);
            default -> null;
        };
        return bad == null
                ? write(object)
                : say(
                        wrong,
                        name + " of another type",
                        () -> write(object.deepCopy().set(name, bad)));
    }

    private ObjectNode nasty(ObjectNode object) {
        var copy = object.deepCopy();
        for (var name : List.copyOf(copy.propertyNames())) {
            if (copy.path(name).isString() && chance.nextBoolean()) {
                copy.put(name, NASTY.get(chance.nextInt(NASTY.size())));
            }
        }
        return copy;
    }

    private String outOfRange(String name, JsonNode schema, String value, StringBuilder wrong, boolean mayBeWrong) {
        if (!mayBeWrong
                || !wrong.isEmpty()
                || !schema.path("type").asString("").equals("integer")
                || chance.nextInt(4) > 0) {
            return value;
        }
        var bad = new ArrayList<>(List.of("x", "1e999", "99999999999999999999", "1.5"));
        if (schema.has("maximum")) {
            bad.add(Long.toString(schema.path("maximum").asLong() + 1));
        }
        if (schema.has("minimum")) {
            bad.add(Long.toString(schema.path("minimum").asLong() - 1));
        }
        return say(wrong, name + " out of range", () -> bad.get(chance.nextInt(bad.size())));
    }

    private static String say(StringBuilder wrong, String what, java.util.function.Supplier<String> made) {
        wrong.append(what);
        return made.get();
    }

    private String text(String name, JsonNode schema) {
        if (chance.nextInt(8) == 0) {
            return NASTY.get(chance.nextInt(NASTY.size()));
        }
        var known = chance.nextInt(3) > 0 ? pool.of(name, chance) : "";
        if (!known.isEmpty()) {
            return known;
        }
        var made = value(name, "", schema, 0);
        return made.isString() ? made.asString() : made.toString();
    }

    private JsonNode value(String name, String service, JsonNode written, int depth) {
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
                var size = Math.max(schema.path("minItems").asInt(0), chance.nextInt(3));
                for (int index = 0; index < size && depth < DEEP; index++) {
                    list.add(value(name, service, schema.path("items"), depth + 1));
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
            if (required.contains(property.getKey()) || chance.nextBoolean()) {
                object.set(property.getKey(), value(property.getKey(), service, property.getValue(), depth + 1));
            }
        });
        return object;
    }

    private String string(String name, JsonNode schema) {
        var known = chance.nextBoolean() ? pool.of(name, chance) : "";
        if (!known.isEmpty()) {
            return known;
        }
        var made = switch (schema.path("format").asString("")) {
            case "uuid" -> new UUID(chance.nextLong(), chance.nextLong()).toString();
            case "date-time" ->
                Instant.ofEpochSecond(1_700_000_000L + chance.nextInt(100_000_000))
                        .toString();
            case "date" -> "2026-01-0" + (1 + chance.nextInt(9));
            case "email" -> "fuzz-%d@example.com".formatted(chance.nextInt(1_000_000));
            default -> word(schema);
        };
        var longest = schema.path("maxLength").asInt(Integer.MAX_VALUE);
        return made.length() > longest ? made.substring(0, longest) : made;
    }

    private String word(JsonNode schema) {
        var pattern = schema.path("pattern").asString("");
        if (pattern.isEmpty()) {
            return "fuzz " + Integer.toString(chance.nextInt(1_000_000), 36);
        }
        var form = Pattern.compile(pattern);
        return LIKELY.stream()
                .filter(it -> form.matcher(it).matches())
                .findAny()
                .orElse("1");
    }

    private long number(JsonNode schema) {
        var least = schema.path("minimum").asLong(0);
        var most = schema.path("maximum").asLong(least + 1_000);
        return most <= least ? least : least + chance.nextLong(Math.min(most - least, 1_000) + 1);
    }

    private static boolean isSendable(String header) {
        return header.chars().allMatch(it -> it >= 0x20 && it < 0x7f);
    }

    private static String write(JsonNode value) {
        return JSON.writeValueAsString(value);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%7E", "~");
    }
}
