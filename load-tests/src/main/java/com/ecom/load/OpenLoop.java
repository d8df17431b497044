package com.ecom.load;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.json.JsonMapper;

/**
 * Customers who come at a steady rate, from many networks, whether or not those before them have an answer; each orders once,
 * and whoever is refused does not come back.
 */
final class OpenLoop {

    private static final int ACCEPTED = 201;

    private final Door door;
    private final List<String> tokens;
    private final List<String> skus;
    private final AtomicLong offered = new AtomicLong();
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong shed = new AtomicLong();
    private final Map<String, Long> failures = new ConcurrentHashMap<>();

    OpenLoop(Door door, List<String> tokens, List<String> skus) {
        this.door = door;
        this.tokens = tokens;
        this.skus = skus;
    }

    /** Returns when the last one has come; some may wait for their answers then. */
    void run(ExecutorService everybody, double perSecond, int seconds) {
        var begin = System.nanoTime();
        var pause = TimeUnit.SECONDS.toNanos(1) / perSecond;
        var count = Math.round(perSecond * seconds);
        for (long number = 0; number < count; number++) {
            var due = begin + Math.round(number * pause);
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            everybody.execute(this::order);
        }
    }

    private void order() {
        var random = ThreadLocalRandom.current();
        offered.incrementAndGet();
        try {
            var answer = door.postFrom(
                    "20.%d.%d.7".formatted(random.nextInt(256), random.nextInt(256)),
                    "/api/orders",
                    tokens.get(random.nextInt(tokens.size())),
                    Checkout.ofOne(skus.get(random.nextInt(skus.size()))),
                    UUID.randomUUID().toString());
            note(answer.statusCode(), answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            failed(e.getClass().getSimpleName());
        }
    }

    private void note(int status, String body) {
        if (status == ACCEPTED) {
            accepted.incrementAndGet();
            return;
        }
        var code = JsonMapper.shared().readTree(body).path("code").asString("");
        if (code.equals("BUSY") || code.equals("DOWNSTREAM_BUSY")) {
            shed.incrementAndGet();
        } else {
            failed(status + " " + code);
        }
    }

    private void failed(String how) {
        failures.merge(how, 1L, Long::sum);
    }

    long offered() {
        return offered.get();
    }

    long accepted() {
        return accepted.get();
    }

    long shed() {
        return shed.get();
    }

    /** How often, by what went wrong. */
    Map<String, Long> failures() {
        return new TreeMap<>(failures);
    }
}
