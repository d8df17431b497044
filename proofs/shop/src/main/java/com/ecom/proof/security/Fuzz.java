package com.ecom.proof.security;

import com.ecom.proof.security.fixture.Apis;
import com.ecom.proof.security.fixture.Apis.Described;
import com.ecom.proof.security.fixture.AttackClient;
import com.ecom.proof.security.fixture.Fixture;
import com.ecom.proof.security.fixture.KnownIds;
import com.ecom.proof.security.fixture.Outcome;
import com.ecom.proof.security.fixture.Resources;
import com.ecom.proof.security.requests.Extremes;
import com.ecom.proof.security.requests.Hostile;
import com.ecom.proof.security.requests.RequestDraft;
import com.ecom.proof.security.requests.RequestInputs;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Requests that are made up from the documents, to every service itself and through the gateway: first every hostile
 * text in the place of every text, and every extreme in the place of every number and text, which never depends on luck; then what a seed chooses.
 */
final class Fuzz {

    private static final int IN_A_ROUND = 5;
    private static final int ROUNDS_OF_SILENCE = 10;
    private static final String SHUT = "DOWNSTREAM_UNAVAILABLE";

    private final Fixture fixture;
    private final AttackClient asking;
    private final Callers callers;
    private final Apis apis;
    private final KnownIds pool = new KnownIds();

    Fuzz(Fixture fixture, AttackClient asking, Resources things) {
        this.fixture = fixture;
        this.asking = asking;
        this.callers = new Callers(fixture, things);
        this.apis = new Apis(fixture.policy());
        things.ids().forEach(pool::add);
        pool.add("sku", Resources.aSku(fixture));
    }

    /**
     * @param each how many requests a seed chooses for every operation and door
     * @param oneOf of how many fixed values each place gets one: 1 for all of them; otherwise places take turns, so that
     *     every value is tried somewhere and every place with some value
     */
    Outcome run(int each, int oneOf, long seed, Consumer<String> progress) throws InterruptedException {
        var hostile = new Judge(apis);
        var violations = new TreeSet<>(
                AttackClient.forEach(apis.operations(), (it, violated) -> hostileTexts(it, oneOf, hostile, violated)));
        var extreme = new Judge(apis);
        violations.addAll(
                AttackClient.forEach(apis.operations(), (it, violated) -> extremes(it, oneOf, extreme, violated)));
        var madeUp = new Judge(apis);
        var rounds = Math.max(1, each / IN_A_ROUND);
        for (int round = 0; round < rounds; round++) {
            var seeds = seed * 1_000_003 + round * 1_009L;
            // What answers tell is used from the next round on, so that within one nothing depends on who was faster.
            pool.settle();
            var tasks = new ArrayList<Task>();
            for (int index = 0; index < apis.operations().size(); index++) {
                tasks.add(new Task(apis.operations().get(index), Math.min(IN_A_ROUND, each), seeds + index));
            }
            violations.addAll(AttackClient.forEach(tasks, (it, violated) -> chosenBySeed(it, madeUp, violated)));
            if (round % ROUNDS_OF_SILENCE == ROUNDS_OF_SILENCE - 1) {
                progress.accept("made-up requests: %d of %d rounds".formatted(round + 1, rounds));
            }
        }
        var figures = new HashMap<>(hostile.figures("hostile texts"));
        figures.putAll(extreme.figures("extremes"));
        figures.putAll(madeUp.figures("made-up requests"));
        return new Outcome(List.copyOf(violations), figures);
    }

    private void hostileTexts(Described it, int oneOf, Judge judge, Consumer<String> violated)
            throws InterruptedException {
        var draft = RequestInputs.complete(apis, pool, new Random(it.name().hashCode()))
                .good(it, fixture.of(it.service()), callers.tokenFor(it), true);
        for (var place : draft.texts()) {
            for (var text : some(Hostile.TEXTS, oneOf, it.name() + place)) {
                if (place.part() == RequestDraft.Part.HEADER && !RequestDraft.isSendable(text)) {
                    continue;
                }
                var cursor = place.name().equals("cursor");
                var request = draft.with(place, cursor ? Hostile.asCursor(text) : text)
                        .request();
                judge.judge(
                        it,
                        request,
                        "",
                        asking.ask(request),
                        what -> violated.accept("%s as %s: %s".formatted(Judge.printable(text), place, what)));
            }
        }
    }

    /** Numbers and texts at the ends of what they may be, at every door: none may make a service fail, or shut the door. */
    private void extremes(Described it, int oneOf, Judge judge, Consumer<String> violated) throws InterruptedException {
        for (var door : doorsOf(it)) {
            var draft = RequestInputs.complete(apis, pool, new Random(it.name().hashCode()))
                    .good(it, door, callers.tokenFor(it), true);
            for (var place : draft.numbers()) {
                for (var number : some(Extremes.NUMBERS, oneOf, it.name() + place)) {
                    judge(it, draft.withNumber(place, number).request(), number, place, judge, violated);
                }
            }
            for (var place : draft.texts()) {
                for (var text : some(Extremes.textsFor(schemaOf(it, place)), oneOf, it.name() + place)) {
                    if (place.part() != RequestDraft.Part.HEADER || RequestDraft.isSendable(text)) {
                        judge(it, draft.with(place, text).request(), text, place, judge, violated);
                    }
                }
            }
        }
    }

    /** One of so many values; which, depends on the place, so that places take turns. */
    static List<String> some(List<String> values, int oneOf, String place) {
        var turn = Math.floorMod(place.hashCode(), oneOf);
        return IntStream.range(0, values.size())
                .filter(index -> index % oneOf == turn)
                .mapToObj(values::get)
                .toList();
    }

    private void judge(
            Described it,
            AttackClient.Request request,
            String value,
            RequestDraft.Place place,
            Judge judge,
            Consumer<String> violated)
            throws InterruptedException {
        var answer = asking.ask(request);
        judge.judge(
                it,
                request,
                "",
                answer,
                what -> violated.accept("%s as %s: %s".formatted(Judge.printable(value), place, what)));
        if (answer.json().path("code").asString("").equals(SHUT)) {
            violated.accept("%s as %s: %s is shut".formatted(Judge.printable(value), place, it));
        }
    }

    /** Of a parameter; a body's texts are as long as any. */
    private static JsonNode schemaOf(Described it, RequestDraft.Place place) {
        for (var parameter : it.document().path("parameters")) {
            if (parameter.path("name").asString().equals(place.name())) {
                return parameter.path("schema");
            }
        }
        return MissingNode.getInstance();
    }

    private void chosenBySeed(Task task, Judge judge, Consumer<String> violated) throws InterruptedException {
        var inputs = new RequestInputs(apis, pool, new Random(task.seed));
        for (var door : doorsOf(task.it)) {
            for (int time = 0; time < task.times; time++) {
                var input = inputs.make(task.it, door, callers.tokenFor(task.it));
                var answer = asking.ask(input.request());
                judge.judge(task.it, input.request(), input.wrong(), answer, violated);
                if (answer.isGood()) {
                    pool.learn(answer.json());
                }
            }
        }
    }

    private List<URI> doorsOf(Described it) {
        return it.routed() ? List.of(fixture.of(it.service()), fixture.gateway()) : List.of(fixture.of(it.service()));
    }

    private record Task(Described it, int times, long seed) {}
}
