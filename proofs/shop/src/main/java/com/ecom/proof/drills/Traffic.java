package com.ecom.proof.drills;

import com.ecom.shop.Await;
import com.ecom.shop.Gateway;
import com.ecom.shop.ShopSaysNo;
import com.ecom.shop.Shopper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A few people who go on searching and buying whatever happens, so that a fault has somebody to hurt. */
final class Traffic implements AutoCloseable {

    private static final Set<String> ENDED = Set.of("CONFIRMED", "CANCELLED");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int MILLIS_BETWEEN = 200;

    private final Shopper shopper;
    private final String sku;
    private final ScheduledExecutorService people = Executors.newScheduledThreadPool(4);
    private final Queue<String> accepted = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refused = new AtomicInteger();

    private Traffic(Shopper shopper, String sku) {
        this.shopper = shopper;
        this.sku = sku;
    }

    static Traffic in(Gateway anybody, String sku) {
        var traffic = new Traffic(Shopper.signUp(anybody), sku);
        var _ = traffic.people.scheduleAtFixedRate(traffic::buy, 0, MILLIS_BETWEEN, TimeUnit.MILLISECONDS);
        var _ = traffic.people.scheduleAtFixedRate(traffic::search, 0, MILLIS_BETWEEN, TimeUnit.MILLISECONDS);
        return traffic;
    }

    private void buy() {
        try {
            var answer = shopper.tryToOrder(List.of(Map.of("sku", sku, "quantity", 1)), "pm_card_ok");
            if (answer.isGood()) {
                accepted.add(answer.body().path("orderId").asString());
            } else {
                refused.incrementAndGet();
            }
        } catch (ShopSaysNo e) {
            refused.incrementAndGet();
        }
    }

    private void search() {
        try {
            shopper.shop().look("/api/search/products?q=mug");
        } catch (ShopSaysNo e) {
            refused.incrementAndGet();
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
        return answer.isGood() ? answer.body().path("state").asString() : "not shown: " + answer.status();
    }

    @Override
    public void close() {
        people.shutdownNow();
    }
}
