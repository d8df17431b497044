package com.ecom.proof.once;

import com.ecom.proof.Effort;
import com.ecom.shop.Shopper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Many requests with the same key at the same moment, some of them while order-service crashes. */
final class IdempotencyAttacks {

    private static final int ONE_CRASH_IN = 10;

    private final Stage stage;
    private final Effort effort;
    private final List<String> violations = new ArrayList<>();
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final AtomicInteger again = new AtomicInteger();

    IdempotencyAttacks(Stage stage, Effort effort) {
        this.stage = stage;
        this.effort = effort;
    }

    List<String> violations() {
        return violations;
    }

    Map<String, Object> figures() {
        return figures;
    }

    void insist() throws InterruptedException, ExecutionException {
        var keys = effort.size(10, 50);
        var atOnce = effort.size(50, 200);
        effort.say("%d keys, each %d times at once".formatted(keys, atOnce));
        int crashes = 0;
        int replays = 0;
        for (int i = 0; i < keys; i++) {
            // Somebody new each time, so that nobody has too many open orders.
            var shopper = Shopper.signUp(stage.anybody().fromElsewhere());
            var key = UUID.randomUUID().toString();
            var crash = effort.full() && i % ONE_CRASH_IN == 1;
            crashes += crash ? 1 : 0;
            var answers = atOnce(shopper, key, atOnce, crash);
            replays += answers.size() - 1;
            check(shopper, key, Set.copyOf(answers));
        }
        figures.put("keys", keys);
        figures.put("requests with each key at once", atOnce);
        figures.put("crashes of order-service among them", crashes);
        figures.put("requests that were repeated until answered", again.get());
        figures.put("replays answered alike", replays);
    }

    private List<String> atOnce(Shopper shopper, String key, int times, boolean crash)
            throws InterruptedException, ExecutionException {
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> request = () -> new RepeatedOrder(stage, again).untilAccepted(shopper, key);
            var asked = new ArrayList<Future<String>>();
            Stream.generate(() -> request).limit(times).forEach(it -> asked.add(people.submit(it)));
            if (crash) {
                stage.orderServiceCrashes().run();
            }
            var answers = new ArrayList<String>();
            for (var it : asked) {
                answers.add(it.get());
            }
            return answers;
        }
    }

    private void check(Shopper shopper, String key, Set<String> answers) {
        if (answers.size() != 1) {
            violations.add("One key was answered in %d ways: %s".formatted(answers.size(), answers));
        }
        var orders = new HashSet<String>();
        shopper.shop()
                .get("/api/orders?size=100")
                .path("items")
                .forEach(it -> orders.add(it.path("orderId").asString()));
        if (orders.size() != 1
                || !answers.iterator().next().contains(orders.iterator().next())) {
            violations.add("One key became the orders %s, answered was %s".formatted(orders, answers));
        }
        var other = shopper.shop().postOnce("/api/orders", Body.of(stage.sku(), 2), key);
        if (other.status() != RepeatedOrder.KEY_OF_SOMETHING_ELSE) {
            violations.add("A key that was used for something else was answered with " + other);
        }
    }
}
