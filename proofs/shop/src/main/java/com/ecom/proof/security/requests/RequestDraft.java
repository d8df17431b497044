package com.ecom.proof.security.requests;

import com.ecom.proof.security.fixture.Apis.Described;
import com.ecom.proof.security.fixture.AttackClient.Request;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request of which each text can be exchanged for another before it is sent.
 *
 * @param body absent if the operation takes none
 */
public record RequestDraft(
        Described it,
        URI door,
        Map<String, String> path,
        Map<String, String> query,
        Map<String, String> headers,
        @Nullable JsonNode body) {

    /** Half a character cannot be sent in any other way than by its escape. */
    private static final JsonMapper ESCAPING =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final Set<String> NUMBERS = Set.of("integer", "number");

    /** A text or number of the request: where it is, and what it is called there. */
    public record Place(Part part, String name) {

        @Override
        public String toString() {
            return part == Part.BODY ? name : part.name().toLowerCase(java.util.Locale.ROOT) + " " + name;
        }
    }

    public enum Part {
        PATH,
        QUERY,
        HEADER,
        BODY
    }

    /** Every text that can be exchanged; what has to be a number is none, except where an address carries it. */
    public List<Place> texts() {
        var all = new ArrayList<Place>();
        path.keySet().forEach(it -> all.add(new Place(Part.PATH, it)));
        query.keySet().forEach(it -> all.add(new Place(Part.QUERY, it)));
        headers.keySet().stream()
                .filter(it -> !it.equals("Authorization") && !it.equals("Content-Type"))
                .forEach(it -> all.add(new Place(Part.HEADER, it)));
        if (body != null) {
            collect(JsonNode::isString, body, JsonPointer.empty(), all);
        }
        return all;
    }

    private static void collect(Predicate<JsonNode> kind, JsonNode node, JsonPointer at, List<Place> all) {
        if (kind.test(node)) {
            all.add(new Place(Part.BODY, at.toString()));
        }
        node.properties().forEach(it -> collect(kind, it.getValue(), at.appendProperty(it.getKey()), all));
        if (node.isArray() && !node.isEmpty()) {
            collect(kind, node.path(0), at.appendIndex(0), all);
        }
    }

    /** Every number that can be exchanged. */
    public List<Place> numbers() {
        var all = new ArrayList<Place>();
        for (var parameter : it.document().path("parameters")) {
            var name = parameter.path("name").asString();
            if (NUMBERS.contains(parameter.at("/schema/type").asString(""))) {
                switch (parameter.path("in").asString()) {
                    case "path" -> all.add(new Place(Part.PATH, name));
                    case "query" -> all.add(new Place(Part.QUERY, name));
                    default -> all.add(new Place(Part.HEADER, name));
                }
            }
        }
        if (body != null) {
            collect(JsonNode::isNumber, body, JsonPointer.empty(), all);
        }
        return all;
    }

    public RequestDraft withNumber(Place place, String number) {
        return place.part == Part.BODY
                ? withBody(replaced(
                        java.util.Objects.requireNonNull(body),
                        place.name,
                        ESCAPING.getNodeFactory().numberNode(new BigDecimal(number))))
                : with(place, number);
    }

    public RequestDraft with(Place place, String text) {
        return switch (place.part) {
            case PATH -> new RequestDraft(it, door, replaced(path, place.name, text), query, headers, body);
            case QUERY -> new RequestDraft(it, door, path, replaced(query, place.name, text), headers, body);
            case HEADER -> new RequestDraft(it, door, path, query, replaced(headers, place.name, text), body);
            case BODY ->
                withBody(replaced(
                        java.util.Objects.requireNonNull(body),
                        place.name,
                        ESCAPING.getNodeFactory().stringNode(text)));
        };
    }

    public RequestDraft withBody(JsonNode other) {
        return new RequestDraft(it, door, path, query, headers, other);
    }

    private static JsonNode replaced(JsonNode body, String at, JsonNode value) {
        var copy = body.deepCopy();
        var pointer = JsonPointer.compile(at);
        if (pointer.matches()) {
            return value;
        }
        switch (copy.at(pointer.head())) {
            case ObjectNode object -> object.set(pointer.last().getMatchingProperty(), value);
            case ArrayNode list -> list.set(pointer.last().getMatchingIndex(), value);
            default -> throw new IllegalStateException("Nothing at " + at);
        }
        return copy;
    }

    private static Map<String, String> replaced(Map<String, String> texts, String name, String text) {
        var copy = new LinkedHashMap<>(texts);
        copy.put(name, text);
        return copy;
    }

    /** @param text for a header; nothing else can be sent in one */
    public static boolean isSendable(String text) {
        return text.chars().allMatch(it -> it >= 0x20 && it < 0x7f);
    }

    public Request request() {
        return request(body == null ? null : ESCAPING.writeValueAsString(body));
    }

    public Request request(@Nullable String written) {
        var target = it.operation().path();
        for (var parameter : path.entrySet()) {
            var text = parameter.getValue();
            target = target.replace("{" + parameter.getKey() + "}", encode(text.isEmpty() ? "x" : text));
        }
        var asked = query.entrySet().stream()
                .map(it -> encode(it.getKey()) + "=" + encode(it.getValue()))
                .toList();
        var sent = new LinkedHashMap<String, List<String>>();
        headers.forEach((name, text) -> sent.put(name, List.of(text)));
        var address = asked.isEmpty() ? target : target + "?" + String.join("&", asked);
        return new Request(it.operation().method().name(), door.resolve(address), sent, written);
    }

    private static String encode(String text) {
        var encoded = new StringBuilder();
        text.codePoints()
                .forEach(it -> encoded.append(
                        Character.getType(it) == Character.SURROGATE
                                ? half(it)
                                : URLEncoder.encode(Character.toString(it), StandardCharsets.UTF_8)));
        return encoded.toString().replace("+", "%20").replace("%7E", "~");
    }

    private static String half(int surrogate) {
        return "%%%02X%%%02X%%%02X"
                .formatted(0xe0 | (surrogate >> 12), 0x80 | ((surrogate >> 6) & 0x3f), 0x80 | (surrogate & 0x3f));
    }
}
