package com.ecom.proof.security;

import com.ecom.proof.security.fixture.Apis;
import com.ecom.proof.security.fixture.Apis.Described;
import com.ecom.proof.security.fixture.AttackClient;
import com.ecom.proof.security.fixture.AttackClient.Answer;
import com.ecom.proof.security.fixture.AttackClient.Request;
import com.ecom.proof.security.fixture.Fixture;
import com.ecom.proof.security.fixture.KnownIds;
import com.ecom.proof.security.fixture.Outcome;
import com.ecom.proof.security.fixture.Resources;
import com.ecom.proof.security.requests.Hostile;
import com.ecom.proof.security.requests.RequestDraft;
import com.ecom.proof.security.requests.RequestInputs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes that are refused change nothing: whoever owns the thing reads it before and after, and sees the same. Refused must
 * be, besides what is malformed, whatever sets a field that is not the client's to set, and every method that a readable
 * path does not take.
 */
final class FailedWrites {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final List<HttpMethod> WRITES =
            List.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);
    private static final Duration UNTIL_QUIET = Duration.ofSeconds(10);
    private static final String RUNNING = "\"RUNNING\"";

    private final Fixture fixture;
    private final AttackClient asking;
    private final Apis apis;
    private final OwnerViews views;
    private final Callers callers;
    private final KnownIds pool = new KnownIds();
    private final LongAdder refused = new LongAdder();
    private final LongAdder accepted = new LongAdder();
    private final LongAdder assignments = new LongAdder();
    private final LongAdder methods = new LongAdder();

    FailedWrites(Fixture fixture, AttackClient asking, Resources things) {
        this.fixture = fixture;
        this.asking = asking;
        this.apis = new Apis(fixture.policy());
        this.views = new OwnerViews(fixture, asking, apis, things);
        this.callers = new Callers(fixture, things);
        things.ids().forEach(pool::add);
    }

    /**
     * @param each how many well-formed requests a seed chooses for every operation; most are refused for what they ask
     * @param oneOf of how many foreign fields each operation gets one, as in {@link Fuzz#some}
     */
    Outcome run(int each, int oneOf, long seed) throws InterruptedException {
        var observed = new LinkedHashMap<Described, Described>();
        apis.operations().stream()
                .filter(it -> !READS.contains(it.operation().method()))
                .forEach(it -> views.of(it).ifPresent(view -> observed.put(it, view)));
        // Services do not disturb each other as long as nothing is accepted.
        var byService = observed.keySet().stream().collect(Collectors.groupingBy(Described::service));
        var violations =
                new ArrayList<>(AttackClient.forEach(List.copyOf(byService.values()), (operations, violated) -> {
                    for (var it : operations) {
                        malformed(it, view(observed, it), oneOf, violated);
                    }
                }));
        violations.addAll(AttackClient.forEach(readable(), this::otherMethods));
        for (var it : observed.keySet()) {
            wellFormed(it, view(observed, it), each, seed, violations::add);
        }
        return new Outcome(
                violations,
                Map.of(
                        "writes with something to see them by", observed.size(),
                        "refused writes after which all was as before", refused.sum(),
                        "writes accepted meanwhile", accepted.sum(),
                        "fields that are not the client's, refused", assignments.sum(),
                        "methods that a path does not take, refused", methods.sum()));
    }

    private static Described view(Map<Described, Described> observed, Described it) {
        return java.util.Objects.requireNonNull(observed.get(it));
    }

    private void malformed(Described it, Described view, int oneOf, Consumer<String> violated)
            throws InterruptedException {
        var draft = draft(it, new Random(1));
        if (!(draft.body() instanceof ObjectNode body)) {
            return;
        }
        for (var flawed : flawed(it, body).entrySet()) {
            mustBeRefused(it, view, draft.request(flawed.getValue()), flawed.getKey(), violated);
        }
        var taken = apis.bodyOf(it).map(schema -> schema.path("properties")).orElseGet(JSON::createObjectNode);
        if (!it.contentType().equals("application/json") || taken.isEmpty()) {
            return;
        }
        var foreign = Hostile.FIELDS.keySet().stream()
                .filter(name -> !taken.has(name))
                .sorted()
                .toList();
        for (var name : Fuzz.some(foreign, oneOf, it.name())) {
            var more = body.deepCopy();
            more.set(name, JSON.valueToTree(Hostile.FIELDS.get(name)));
            assignments.increment();
            mustBeRefused(it, view, draft.withBody(more).request(), "with " + name, violated);
        }
    }

    private Map<String, String> flawed(Described it, ObjectNode body) {
        var written = JSON.writeValueAsString(body);
        var all = new LinkedHashMap<String, String>();
        all.put("cut off", written.substring(0, Math.max(1, written.length() - 1)));
        all.put("in a list", "[" + written + "]");
        all.put("a word", "\"admin\"");
        all.put("twice the same", written + written);
        apis.bodyOf(it)
                .ifPresent(schema -> schema.path("required")
                        .forEach(name -> all.put(
                                "without " + name.asString(),
                                JSON.writeValueAsString(body.deepCopy().without(name.asString())))));
        return all;
    }

    private void mustBeRefused(Described it, Described view, Request request, String what, Consumer<String> violated)
            throws InterruptedException {
        var before = views.read(view);
        var answer = asking.ask(request);
        if (answer.status() / 100 != 4) {
            violated.accept("%s (%s) was answered %d".formatted(it, what, answer.status()));
            return;
        }
        refused.increment();
        unchanged(it, view, what, before, answer, violated);
    }

    /** What passes by itself, as a message on its way to a consumer, is no change. */
    private void unchanged(
            Described it, Described view, String what, String before, Answer answer, Consumer<String> violated)
            throws InterruptedException {
        var began = System.nanoTime();
        var after = views.read(view);
        while (!after.equals(before) && System.nanoTime() - began < UNTIL_QUIET.toNanos()) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            after = views.read(view);
        }
        if (!after.equals(before)) {
            violated.accept("%s (%s) was refused with %s and yet changed %s to %s"
                    .formatted(it, what, answer.gist(), before, after));
        }
    }

    /** Good requests for things that are not there, that are old, that are too many, that are somebody else's. */
    private void wellFormed(Described it, Described view, int each, long seed, Consumer<String> violated)
            throws InterruptedException {
        for (int time = 0; time < each; time++) {
            var chance = new Random(seed * 31 + it.name().hashCode() + time);
            var draft = draft(it, chance);
            if (draft.headers().containsKey("If-Match")) {
                draft = draft.with(
                        new RequestDraft.Place(RequestDraft.Part.HEADER, "If-Match"), "\"%d\"".formatted(time * 997));
            }
            var before = views.read(view);
            var answer = asking.ask(draft.request());
            if (answer.status() / 100 == 4) {
                refused.increment();
                unchanged(it, view, "well formed", before, answer, violated);
            } else {
                accepted.increment();
                untilQuiet(view);
            }
        }
    }

    private RequestDraft draft(Described it, Random chance) {
        var draft = RequestInputs.complete(apis, pool, chance)
                .good(it, fixture.of(it.service()), callers.tokenAtTheServiceFor(it), true);
        var key = new RequestDraft.Place(RequestDraft.Part.HEADER, "Idempotency-Key");
        return draft.headers().containsKey(key.name())
                ? draft.with(key, UUID.randomUUID().toString())
                : draft;
    }

    /** What was accepted may go on for a while, and with pauses for as long as it says that it runs. */
    private void untilQuiet(Described view) throws InterruptedException {
        var began = System.nanoTime();
        var quiet = 0;
        var seen = views.read(view);
        while (quiet < (seen.contains(RUNNING) ? 10 : 2) && System.nanoTime() - began < UNTIL_QUIET.toNanos()) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            var now = views.read(view);
            quiet = now.equals(seen) ? quiet + 1 : 0;
            seen = now;
        }
    }

    private List<Described> readable() {
        return apis.operations().stream()
                .filter(it -> it.operation().method().equals(HttpMethod.GET))
                .filter(it -> views.of(it).filter(it::equals).isPresent())
                .toList();
    }

    private void otherMethods(Described view, Consumer<String> violated) throws InterruptedException {
        var path = view.operation().path();
        // Another operation's pattern may match this path, too: then it is for that one to refuse.
        var taken = apis.operations().stream()
                .filter(it -> it.service().equals(view.service()) && it.matches(path))
                .map(it -> it.operation().method())
                .collect(Collectors.toSet());
        var token = callers.tokenAtTheServiceFor(view);
        var headers = new LinkedHashMap<String, List<String>>(Map.of("Content-Type", List.of("application/json")));
        if (!token.isEmpty()) {
            headers.put("Authorization", List.of("Bearer " + token));
        }
        var address = fixture.of(view.service())
                .resolve(OwnerViews.pathOf(view, callers.things().ids()));
        for (var method : WRITES.stream().filter(it -> !taken.contains(it)).toList()) {
            var before = views.read(view);
            JsonNode body = JSON.valueToTree(Hostile.FIELDS);
            var answer = asking.ask(new Request(method.name(), address, headers, body.toString()));
            methods.increment();
            if (answer.status() != 405 || answer.header("Allow").isEmpty() || !answer.isProblem()) {
                violated.accept("%s: %s was answered %s instead of 405 with what is allowed"
                        .formatted(view, method, answer.gist()));
            }
            unchanged(view, view, method.name(), before, answer, violated);
        }
    }
}
