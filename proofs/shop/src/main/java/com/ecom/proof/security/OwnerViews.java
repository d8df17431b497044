package com.ecom.proof.security;

import com.ecom.proof.security.fixture.Apis;
import com.ecom.proof.security.fixture.Apis.Described;
import com.ecom.proof.security.fixture.AttackClient;
import com.ecom.proof.security.fixture.AttackClient.Answer;
import com.ecom.proof.security.fixture.AttackClient.Request;
import com.ecom.proof.security.fixture.Fixture;
import com.ecom.proof.security.fixture.Resources;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the owner of things sees of them; found in the documents, not listed anywhere. */
record OwnerViews(Fixture fixture, AttackClient asking, Apis apis, Resources things) {

    /**
     * Where one sees what an operation changes: the operation's own path if it can be read, or else the nearest path above
     * it that can.
     */
    Optional<Described> of(Described change) {
        return apis.operations().stream()
                .filter(it -> it.service().equals(change.service()))
                .filter(it -> it.operation().method().equals(HttpMethod.GET))
                .filter(it -> it.operation().owned() == change.operation().owned())
                .filter(it -> isAbove(it.operation().path(), change.operation().path()))
                .filter(this::canBeAskedFor)
                .max(Comparator.comparingInt(it -> it.operation().path().length()));
    }

    /** Everything of the owner's that can be read, by the operation. */
    Map<String, String> all() throws InterruptedException {
        var seen = new LinkedHashMap<String, String>();
        for (var it : apis.operations()) {
            if (it.operation().owned() && it.operation().method().equals(HttpMethod.GET) && canBeAskedFor(it)) {
                seen.put(it.toString(), read(it));
            }
        }
        return seen;
    }

    /** As it stands, without what is different each time one looks. */
    String read(Described view) throws InterruptedException {
        var token = new Callers(fixture, things).tokenAtTheServiceFor(view);
        var headers =
                token.isEmpty() ? Map.<String, List<String>>of() : Map.of("Authorization", List.of("Bearer " + token));
        var answer = asking.ask(Request.get(fixture.of(view.service()).resolve(pathOf(view, things.ids())), headers));
        return answer.status() + " " + stable(answer);
    }

    static String pathOf(Described it, Map<String, String> ids) {
        var path = it.operation().path();
        for (var id : ids.entrySet()) {
            path = path.replace("{" + id.getKey() + "}", id.getValue());
        }
        return path.replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
    }

    /** What a token is worth is different for each token, and no thing of anybody's. */
    private boolean canBeAskedFor(Described it) {
        return !it.operation().path().equals("/api/auth/validate")
                && it.pathParameters().allMatch(things.ids()::containsKey);
    }

    private static boolean isAbove(String view, String changed) {
        return changed.equals(view) || changed.startsWith(view + "/");
    }

    static String stable(Answer answer) {
        var json = answer.json();
        return json.isMissingNode() ? answer.body() : withoutClocks(json).toString();
    }

    /** A problem says when and under which number it was told; both differ though nothing has changed. */
    private static JsonNode withoutClocks(JsonNode json) {
        var copy = json.deepCopy();
        if (copy instanceof ObjectNode object) {
            object.remove(List.of("correlationId", "timestamp", "instance", "traceId"));
        }
        return copy;
    }
}
