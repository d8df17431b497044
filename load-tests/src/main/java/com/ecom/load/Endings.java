package com.ecom.load;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.json.JsonMapper;

/**
 * How customers learn that their orders are over: by asking the shop now and then, as a storefront does, or from its books,
 * which costs the shop nothing.
 */
final class Endings {

    private static final Set<String> OVER = Set.of("CONFIRMED", "CANCELLED");
    private static final Duration BOOKS_READ_EVERY = Duration.ofMillis(100);
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final Door door;
    private final Duration askedEvery;
    private final AtomicLong asked = new AtomicLong();
    private final Map<String, CompletableFuture<Void>> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger asking = new AtomicInteger();
    private volatile boolean going = true;

    /** @param askedEvery zero for customers who read the books */
    Endings(Door door, Duration askedEvery) {
        this.door = door;
        this.askedEvery = askedEvery;
    }

    /** How often anybody has asked so far. */
    long asked() {
        return asked.get();
    }

    void await(String order, String token)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        if (askedEvery.isZero()) {
            waiting.computeIfAbsent(order, _ -> new CompletableFuture<>()).get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            waiting.remove(order);
        } else {
            asking.incrementAndGet();
            try {
                ask(order, token);
            } finally {
                asking.decrementAndGet();
            }
        }
    }

    private void ask(String order, String token) throws IOException, InterruptedException, TimeoutException {
        var end = System.nanoTime() + TIMEOUT.toNanos();
        while (System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(askedEvery.toMillis());
            asked.incrementAndGet();
            var answer = door.get("/api/orders/" + order, token);
            if (answer.statusCode() == 200
                    && OVER.contains(JsonMapper.shared()
                            .readTree(answer.body())
                            .path("state")
                            .asString())) {
                return;
            }
        }
        throw new TimeoutException();
    }

    /** Until nobody buys any more and all orders that somebody waits for are over. */
    void readFrom(OrderBook book) {
        while (askedEvery.isZero() && (going || somebodyWaits())) {
            try {
                // It may be over before its customer has begun to wait.
                book.ended()
                        .forEach(it -> waiting.computeIfAbsent(it, _ -> new CompletableFuture<>())
                                .complete(null));
            } catch (SQLException e) {
                Trial.say("The order book cannot be read: " + e);
            }
            LockSupport.parkNanos(BOOKS_READ_EVERY.toNanos());
        }
    }

    void nobodyBuysAnyMore() {
        going = false;
    }

    boolean somebodyWaits() {
        return asking.get() > 0 || waiting.values().stream().anyMatch(it -> !it.isDone());
    }

    /** Whoever waits does so no longer. */
    void giveUp() {
        going = false;
        waiting.values().forEach(it -> it.complete(null));
    }
}
