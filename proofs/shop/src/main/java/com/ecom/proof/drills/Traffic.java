package com.ecom.proof.drills;

import com.ecom.shop.Await;
import com.ecom.shop.Gateway;
import com.ecom.shop.Gateway.Answer;
import com.ecom.shop.ShopSaysNo;
import com.ecom.shop.Shopper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A few people who go on searching, buying and looking at what they bought, whatever happens, so that a fault has somebody to
 * hurt. They sign in again when they are told to.
 */
final class Traffic implements AutoCloseable {

    private static final Set<String> ENDED = Set.of("CONFIRMED", "CANCELLED");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_SIGNING_IN = Duration.ofSeconds(5);
    private static final int MILLIS_BETWEEN = 200;
    private static final int UNAUTHORIZED = 401;

    private final Gateway anybody;
    private final String sku;
    private final String email = "shopper-%s@example.com".formatted(UUID.randomUUID());
    private final String password = "correct horse " + UUID.randomUUID();
    private final ScheduledExecutorService people = Executors.newScheduledThreadPool(4);
    private final Queue<String> accepted = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refused = new AtomicInteger();

    private volatile Shopper shopper;
    private long signedIn = System.nanoTime();

    private Traffic(Gateway anybody, String sku) {
        this.anybody = anybody;
        this.sku = sku;
        this.shopper = known(anybody.post("/api/auth/signup", Map.of("email", email, "password", password)));
    }

    static Traffic in(Gateway anybody, String sku) {
        var traffic = new Traffic(anybody, sku);
        traffic.goOn(traffic::buy);
        traffic.goOn(() -> traffic.look("/api/search/products?q=mug"));
        traffic.goOn(() -> traffic.look("/api/orders?size=1"));
        return traffic;
    }

    private Shopper known(Answer grant) {
        return new Shopper(anybody.as(grant.good().path("accessToken").asString()), email, "");
    }

    private void goOn(Runnable one) {
        var _ = people.scheduleAtFixedRate(
                () -> {
                    try {
                        one.run();
                    } catch (ShopSaysNo e) {
                        refused.incrementAndGet();
                    }
                },
                0,
                MILLIS_BETWEEN,
                TimeUnit.MILLISECONDS);
    }

    private void buy() {
        var answer = shopper.tryToOrder(List.of(Map.of("sku", sku, "quantity", 1)), "pm_card_ok");
        if (answer.isGood()) {
            accepted.add(answer.body().path("orderId").asString());
        }
        count(answer);
    }

    private void look(String path) {
        count(shopper.shop().look(path));
    }

    private void count(Answer answer) {
        if (!answer.isGood()) {
            refused.incrementAndGet();
        }
        if (answer.status() == UNAUTHORIZED) {
            signInAgain();
        }
    }

    /** Not more often than a client would. */
    private synchronized void signInAgain() {
        if (System.nanoTime() - signedIn > BETWEEN_SIGNING_IN.toNanos()) {
            signedIn = System.nanoTime();
            shopper = known(anybody.postOnce(
                    "/api/auth/login",
                    Map.of("email", email, "password", password),
                    UUID.randomUUID().toString()));
        }
    }

    int acceptedOrders() {
        return accepted.size();
    }

    int refusals() {
        return refused.get();
    }

    /** Nobody buys any more; returns the orders that have neither been sold nor given up after all. */
    List<String> unfinished() throws InterruptedException {
        people.shutdown();
        if (!people.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            people.shutdownNow();
        }
        var open = new ArrayList<String>();
        for (var order : accepted) {
            var last = Await.orLastSeen(PATIENCE, () -> stateOf(order), ENDED::contains);
            if (!ENDED.contains(last)) {
                open.add(order + " is " + last);
            }
        }
        return open;
    }

    private String stateOf(String order) {
        var answer = shopper.shop().look("/api/orders/" + order);
        if (answer.status() == UNAUTHORIZED) {
            signInAgain();
        }
        return answer.isGood() ? answer.body().path("state").asString() : "not shown: " + answer.status();
    }

    @Override
    public void close() {
        people.shutdownNow();
    }
}
