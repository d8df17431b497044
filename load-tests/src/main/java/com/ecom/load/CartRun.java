package com.ecom.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/** So many visitors who add again and again; what is in their carts at the end has to be what they were told was added. */
final class CartRun {

    /** Of one thing; then the visitor begins with an empty cart. */
    private static final int ROUNDS = 90;

    private final Door door;
    private final List<String> tokens;
    private final List<String> skus;
    private final long pauseNanos;
    private final AtomicLong added = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final Queue<Double> millis = new ConcurrentLinkedQueue<>();
    private volatile boolean going = true;

    /** @param perSecond of all together; 0 for as many as there can be */
    CartRun(Door door, List<String> tokens, List<String> skus, int perSecond) {
        this.door = door;
        this.tokens = tokens;
        this.skus = skus;
        this.pauseNanos = perSecond == 0 ? 0 : TimeUnit.SECONDS.toNanos(tokens.size()) / perSecond;
    }

    Result run(int warmUp, int seconds, Supplier<Cpu> spent) throws Exception {
        try (var everybody = Executors.newVirtualThreadPerTaskExecutor()) {
            var visits = tokens.stream()
                    .map(it -> everybody.submit(() -> addAgainAndAgain(it)))
                    .toList();
            try {
                Trial.say("%d visitors add to their carts; warming up for %d s".formatted(tokens.size(), warmUp));
                TimeUnit.SECONDS.sleep(warmUp);
                millis.clear();
                var before = added.get();
                var cpuBefore = spent.get();
                var begin = System.nanoTime();
                TimeUnit.SECONDS.sleep(seconds);
                var elapsed = (System.nanoTime() - begin) / 1e9;
                var took = Percentiles.of(new ArrayList<>(millis));
                double cpu = spent.get().since(cpuBefore).ofTheShop();
                var count = added.get() - before;
                going = false;
                return new Result(
                        tokens.size(), count / elapsed, took, cpu / Math.max(1, count), failed.get(), wrong(visits));
            } finally {
                going = false;
            }
        }
    }

    /** How many are in the cart by what its owner was told. */
    private long addAgainAndAgain(String token) throws IOException, InterruptedException {
        long inside = 0;
        for (int turn = 0; going; turn++) {
            if (inside >= (long) ROUNDS * skus.size()) {
                door.delete("/api/cart", token);
                inside = 0;
            }
            inside += add(token, skus.get(turn % skus.size()));
            TimeUnit.NANOSECONDS.sleep(pauseNanos);
        }
        return inside;
    }

    /** Who has no answer, or was one too many, asks again under the same key. */
    private int add(String token, String sku) throws InterruptedException {
        var key = UUID.randomUUID().toString();
        var body = "{\"sku\":\"%s\",\"quantity\":1}".formatted(sku);
        while (true) {
            var begin = System.nanoTime();
            try {
                if (door.post("/api/cart/items", token, body, key).statusCode() == 200) {
                    millis.add((System.nanoTime() - begin) / 1e6);
                    added.incrementAndGet();
                    return 1;
                }
            } catch (IOException e) {
                Trial.say("  no answer: " + e);
            }
            failed.incrementAndGet();
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private List<String> wrong(List<Future<Long>> visits) throws Exception {
        var wrong = new ArrayList<String>();
        for (int visitor = 0; visitor < visits.size(); visitor++) {
            var answered = visits.get(visitor).get();
            var cart = JsonMapper.shared()
                    .readTree(door.get("/api/cart", tokens.get(visitor)).body());
            if (cart.path("itemCount").asLong(-1) != answered) {
                wrong.add("A cart has %s things, and its owner was answered %d"
                        .formatted(cart.path("itemCount"), answered));
            }
        }
        return wrong;
    }

    /** @param failed additions that were asked for again */
    record Result(
            int visitors,
            double perSecond,
            Percentiles took,
            double cpuMillisPerAddition,
            long failed,
            List<String> wrong) {

        void say() {
            Trial.say("%n%d visitors, half of them guests:".formatted(visitors));
            Trial.say("  %.0f additions/s, answered in %s".formatted(perSecond, took));
            Trial.say("  %.2f CPU ms per addition in the shop; %d were asked for again"
                    .formatted(cpuMillisPerAddition, failed));
        }
    }
}
