package com.ecom.proof.security;

import com.ecom.core.service.AccessPolicy.Role;
import com.ecom.proof.security.Apis.Described;
import com.ecom.proof.security.Asking.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Requests that are made up from the documents, to every service itself and through the gateway. Whatever comes, the
 * answer is one that clients can count on: as documented, never a failure of ours, never a look inside, and never a yes
 * to what is certainly wrong.
 */
final class Fuzz {

    /** What any operation may answer, whether its document lists it or not; each as a problem. */
    private static final Set<Integer> REFUSALS =
            Set.of(400, 401, 403, 404, 405, 406, 409, 410, 412, 413, 414, 415, 422, 423, 428, 429, 431);

    private static final int URI_TOO_LONG = 414;

    private static final List<String> LOOKS_INSIDE = List.of(
            "\tat ",
            "java.lang.",
            "com.ecom.",
            "org.springframework.",
            "SQLException",
            "Exception:",
            "jdbc:",
            "select * from");

    private static final List<String> UNREADABLE = List.of("%2F", "%5C", "%00");
    /** The documents take a currency for an object, because its class is one; it is counted and said, not judged. */
    private static final String CURRENCY = "/currency: string found, object expected";

    private final Ground ground;
    private final Asking asking;
    private final Things things;
    private final Apis apis;
    private final Pool pool = new Pool();
    private final Set<String> undocumented = new ConcurrentSkipListSet<>();
    private final LongAdder requests = new LongAdder();
    private final LongAdder currencies = new LongAdder();
    private final LongAdder good = new LongAdder();
    private final LongAdder wrong = new LongAdder();

    Fuzz(Ground ground, Asking asking, Things things) {
        this.ground = ground;
        this.asking = asking;
        this.things = things;
        this.apis = new Apis(ground.policy());
        things.ids().forEach(pool::add);
        pool.add("sku", Things.aSku(ground));
    }

    /** @param each how many requests for every operation and door */
    Outcome run(int each, long seed) throws InterruptedException {
        var tasks = new ArrayList<Task>();
        var operations = apis.operations();
        for (int round = 0; round < Math.max(1, each / 5); round++) {
            for (int index = 0; index < operations.size(); index++) {
                tasks.add(
                        new Task(operations.get(index), Math.min(5, each), seed * 1_000_003 + round * 1_009L + index));
            }
        }
        var violations = new TreeSet<>(Asking.forEach(tasks, this::fuzz));
        return new Outcome(
                List.copyOf(violations),
                Map.of(
                        "made-up requests", requests.sum(),
                        "of them with a good answer", good.sum(),
                        "of them certainly wrong", wrong.sum(),
                        "currencies that are text, though documented as objects", currencies.sum(),
                        "good answers of a status that the document does not list", List.copyOf(undocumented)));
    }

    private void fuzz(Task task, Consumer<String> violated) throws InterruptedException {
        var inputs = new Inputs(apis, pool, new Random(task.seed));
        var doors = task.it.routed()
                ? List.of(ground.of(task.it.service()), ground.gateway())
                : List.of(ground.of(task.it.service()));
        for (var door : doors) {
            for (var _ : IntStream.range(0, task.times).toArray()) {
                var input = inputs.make(task.it, door, token(task.it));
                var answer = asking.ask(input.request());
                requests.increment();
                judge(task.it, input, answer, violated);
            }
        }
    }

    private String token(Described it) {
        var allowed = it.operation().allow();
        if (allowed.isEmpty()) {
            return "";
        }
        return allowed.contains(Role.CUSTOMER)
                ? ground.mint().of(things.owner(), Role.CUSTOMER)
                : ground.mint().of(allowed.stream().sorted().toList().getLast());
    }

    private void judge(Described it, Inputs.Input input, Answer answer, Consumer<String> violated) {
        var status = answer.status();
        var about = "%s at port %d (%s)".formatted(it, input.request().address().getPort(), input.wrong());
        if (!input.wrong().isEmpty()) {
            wrong.increment();
        }
        LOOKS_INSIDE.stream()
                .filter(sign -> answer.body().contains(sign) && !answer.isGood())
                .forEach(sign -> violated.accept("%s lets people look inside: %s".formatted(about, sign.strip())));
        if (answer.isGood()) {
            good.increment();
            accepted(it, input, answer, about, violated);
        } else if (status == 503) {
            if (!answer.isProblem() || answer.header("Retry-After").isEmpty()) {
                violated.accept("%s is not available and does not say until when".formatted(about));
            }
        } else if (!REFUSALS.contains(status) && !it.documents(status)) {
            violated.accept(
                    "%s answered %d %s to %s".formatted(about, status, answer.gist(), shortened(input.request())));
        } else if (!answer.isProblem() && !isUnreadable(input, status)) {
            violated.accept("%s refused with %d, but not as a problem".formatted(about, status));
        }
    }

    private void accepted(Described it, Inputs.Input input, Answer answer, String about, Consumer<String> violated) {
        pool.learn(answer.json());
        if (!it.documents(answer.status())) {
            undocumented.add("%s: %d".formatted(it, answer.status()));
        }
        if (!input.wrong().isEmpty()) {
            violated.accept("%s accepted: %s".formatted(about, shortened(input.request())));
        }
        for (var mismatch : apis.mismatches(it, answer.status(), answer.body())) {
            if (mismatch.endsWith(CURRENCY)) {
                currencies.increment();
            } else {
                violated.accept("%s answered what is not documented: %s".formatted(about, mismatch));
            }
        }
    }

    /** Servers refuse such paths, and longer ones than they read, before any service sees them, in their own words. */
    private static boolean isUnreadable(Inputs.Input input, int status) {
        var path = input.request().address().getRawPath();
        return status == URI_TOO_LONG || UNREADABLE.stream().anyMatch(path::contains);
    }

    private static String shortened(Asking.Request request) {
        var text = request.address().getRawPath() + "?" + request.address().getRawQuery() + " " + request.body();
        return text.length() > 300 ? text.substring(0, 300) : text;
    }

    private record Task(Described it, int times, long seed) {}
}
