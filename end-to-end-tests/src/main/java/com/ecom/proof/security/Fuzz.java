package com.ecom.proof.security;

import com.ecom.proof.security.Apis.Described;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Requests that are made up from the documents, to every service itself and through the gateway: first every hostile
 * text in the place of every text, which never depends on luck; then what a seed chooses.
 */
final class Fuzz {

    private static final int IN_A_ROUND = 5;
    private static final int ROUNDS_OF_SILENCE = 10;

    private final Ground ground;
    private final Asking asking;
    private final Callers callers;
    private final Apis apis;
    private final Pool pool = new Pool();

    Fuzz(Ground ground, Asking asking, Things things) {
        this.ground = ground;
        this.asking = asking;
        this.callers = new Callers(ground, things);
        this.apis = new Apis(ground.policy());
        things.ids().forEach(pool::add);
        pool.add("sku", Things.aSku(ground));
    }

    /** @param each how many requests a seed chooses for every operation and door */
    Outcome run(int each, long seed, Consumer<String> progress) throws InterruptedException {
        var hostile = new Judge(apis);
        var violations = new TreeSet<>(
                Asking.forEach(apis.operations(), (it, violated) -> everyHostileText(it, hostile, violated)));
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
            violations.addAll(Asking.forEach(tasks, (it, violated) -> chosenBySeed(it, madeUp, violated)));
            if (round % ROUNDS_OF_SILENCE == ROUNDS_OF_SILENCE - 1) {
                progress.accept("made-up requests: %d of %d rounds".formatted(round + 1, rounds));
            }
        }
        var figures = new HashMap<>(hostile.figures("hostile texts"));
        figures.putAll(madeUp.figures("made-up requests"));
        return new Outcome(List.copyOf(violations), figures);
    }

    private void everyHostileText(Described it, Judge judge, Consumer<String> violated) throws InterruptedException {
        var draft = Inputs.complete(apis, pool, new Random(it.name().hashCode()))
                .good(it, ground.of(it.service()), callers.tokenFor(it), true);
        for (var place : draft.texts()) {
            for (var text : Hostile.TEXTS) {
                if (place.part() == Draft.Part.HEADER && !Draft.isSendable(text)) {
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

    private void chosenBySeed(Task task, Judge judge, Consumer<String> violated) throws InterruptedException {
        var inputs = new Inputs(apis, pool, new Random(task.seed));
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
        return it.routed() ? List.of(ground.of(it.service()), ground.gateway()) : List.of(ground.of(it.service()));
    }

    private record Task(Described it, int times, long seed) {}
}
