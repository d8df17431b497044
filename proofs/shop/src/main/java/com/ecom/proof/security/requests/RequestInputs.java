package com.ecom.proof.security.requests;

import com.ecom.proof.security.fixture.Apis;
import com.ecom.proof.security.fixture.Apis.Described;
import com.ecom.proof.security.fixture.AttackClient.Request;
import com.ecom.proof.security.fixture.KnownIds;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes up requests for an operation from its document: good ones, ones that are wrong in one way, and nasty ones. */
public final class RequestInputs {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Apis apis;
    private final SchemaValues values;
    private final RandomGenerator chance;

    public RequestInputs(Apis apis, KnownIds pool, RandomGenerator chance) {
        this(apis, new SchemaValues(apis, pool, chance, false), chance);
    }

    private RequestInputs(Apis apis, SchemaValues values, RandomGenerator chance) {
        this.apis = apis;
        this.values = values;
        this.chance = chance;
    }

    /** Requests with all that their operations may take. */
    public static RequestInputs complete(Apis apis, KnownIds pool, RandomGenerator chance) {
        return new RequestInputs(apis, new SchemaValues(apis, pool, chance, true), chance);
    }

    /** @param wrong what makes it no request that may succeed; empty if nothing does for sure */
    public record Input(Request request, String wrong) {}

    /** One as the document wants it, as far as the document tells. */
    public RequestDraft good(Described it, URI door, String token, boolean complete) {
        var path = new LinkedHashMap<String, String>();
        var query = new LinkedHashMap<String, String>();
        var headers = new LinkedHashMap<String, String>();
        if (!token.isEmpty()) {
            headers.put("Authorization", "Bearer " + token);
        }
        for (var parameter : it.document().path("parameters")) {
            var name = parameter.path("name").asString();
            var value = values.text(name, apis.follow(it.service(), parameter.path("schema")));
            switch (parameter.path("in").asString()) {
                case "path" -> path.put(name, value);
                case "query" -> {
                    if (complete || parameter.path("required").asBoolean(false) || chance.nextBoolean()) {
                        query.put(name, value);
                    }
                }
                case "header" -> {
                    if (!name.equals("Authorization") && RequestDraft.isSendable(value)) {
                        headers.put(name, value);
                    }
                }
                default -> throw new IllegalStateException("Parameters in %s".formatted(parameter.path("in")));
            }
        }
        return new RequestDraft(it, door, path, query, headers, body(it, headers));
    }

    private @Nullable JsonNode body(Described it, Map<String, String> headers) {
        if (!it.takesABody()) {
            return null;
        }
        headers.put("Content-Type", it.contentType());
        return apis.bodyOf(it).map(schema -> values.body(it.service(), schema)).orElseGet(JSON::createObjectNode);
    }

    /** A third of them good, the others with at most one flaw. */
    public Input make(Described it, URI door, String token) {
        var draft = good(it, door, token, false);
        if (chance.nextInt(3) == 0) {
            return new Input(draft.request(), "");
        }
        var wrong = new StringBuilder();
        for (var parameter : it.document().path("parameters")) {
            draft = outOfRange(draft, parameter, wrong);
        }
        var body = draft.body();
        if (body instanceof ObjectNode object
                && apis.bodyOf(it).isPresent()
                && wrong.isEmpty()
                && chance.nextBoolean()) {
            return new Input(draft.request(flawed(it, object, wrong)), wrong.toString());
        }
        var texts = draft.texts();
        if (wrong.isEmpty() && !texts.isEmpty()) {
            var place = texts.get(chance.nextInt(texts.size()));
            var text = Hostile.TEXTS.get(chance.nextInt(Hostile.TEXTS.size()));
            draft = place.part() == RequestDraft.Part.HEADER && !RequestDraft.isSendable(text)
                    ? draft
                    : draft.with(place, text);
        }
        return new Input(draft.request(), wrong.toString());
    }

    /** The body with one flaw. */
    private String flawed(Described it, ObjectNode object, StringBuilder wrong) {
        var schema = apis.bodyOf(it).orElseThrow();
        return switch (chance.nextInt(6)) {
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
            case 4 -> withoutARequired(it, schema, object, wrong);
            default -> withAWrongType(it, schema, object, wrong);
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

    private RequestDraft outOfRange(RequestDraft draft, JsonNode parameter, StringBuilder wrong) {
        var name = parameter.path("name").asString();
        var schema = parameter.path("schema");
        if (!wrong.isEmpty()
                || !draft.query().containsKey(name)
                || !schema.path("type").asString("").equals("integer")
                || chance.nextInt(4) > 0) {
            return draft;
        }
        var bad = new ArrayList<>(List.of("x", "1e999", "99999999999999999999", "1.5"));
        if (schema.has("maximum")) {
            bad.add(Long.toString(schema.path("maximum").asLong() + 1));
        }
        if (schema.has("minimum")) {
            bad.add(Long.toString(schema.path("minimum").asLong() - 1));
        }
        var text = say(wrong, name + " out of range", () -> bad.get(chance.nextInt(bad.size())));
        return draft.with(new RequestDraft.Place(RequestDraft.Part.QUERY, name), text);
    }

    private static String say(StringBuilder wrong, String what, Supplier<String> made) {
        wrong.append(what);
        return made.get();
    }

    private static String write(JsonNode value) {
        return JSON.writeValueAsString(value);
    }
}
