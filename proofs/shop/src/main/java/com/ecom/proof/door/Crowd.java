package com.ecom.proof.door;

import com.ecom.shop.Gateway;
import com.ecom.shop.Gateway.Answer;
import com.ecom.shop.ShopSaysNo;
import com.ecom.shop.Shopper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** People with accounts who use the shop all the time, and note whatever did not work at the first attempt. */
final class Crowd implements AutoCloseable {

    private static final int PAUSE_MILLIS = 50;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();
    private final AtomicLong requests = new AtomicLong();
    private final List<Person> people = new ArrayList<>();
    private final Gateway anybody;
    private final List<String> skus;
    private volatile boolean open = true;

    private Crowd(Gateway anybody, List<String> skus) {
        this.anybody = anybody;
        this.skus = skus;
    }

    /** People who log in and stay logged in, and besides look around, fill a cart and order. */
    static Crowd comingAndGoing(Gateway anybody, List<String> skus, int size) {
        return start(anybody, skus, size, true);
    }

    /** People who have logged in, and from now on look around, fill a cart and order. */
    static Crowd loggedIn(Gateway anybody, List<String> skus, int size) {
        return start(anybody, skus, size, false);
    }

    private static Crowd start(Gateway anybody, List<String> skus, int size, boolean logsIn) {
        var crowd = new Crowd(anybody, skus);
        for (int i = 0; i < size; i++) {
            crowd.people.add(crowd.new Person());
        }
        crowd.people.forEach(it -> crowd.threads.execute(() -> it.visit(logsIn)));
        return crowd;
    }

    long requests() {
        return requests.get();
    }

    /** How often, by what went wrong. */
    Map<String, Integer> failures() {
        return Map.copyOf(failures);
    }

    /** Lets everybody end what they have begun. */
    @Override
    public void close() {
        open = false;
        threads.close();
    }

    private final class Person {

        private final String email = "crowd-%s@example.com".formatted(UUID.randomUUID());
        private final Map<String, String> account =
                Map.of("email", email, "password", "correct horse " + UUID.randomUUID());
        private final Gateway door = anybody.fromElsewhere();
        private JsonNode grant = door.post("/api/auth/signup", account).good();

        void visit(boolean logsIn) {
            while (open) {
                if (logsIn) {
                    renew("log-in", () -> door.post("/api/auth/login", account));
                    renew(
                            "refresh",
                            () -> door.post(
                                    "/api/auth/refresh",
                                    Map.of(
                                            "refreshToken",
                                            grant.path("refreshToken").asString())));
                }
                var shop = door.as(grant.path("accessToken").asString());
                var sku = skus.get(Math.floorMod(requests.get(), skus.size()));
                note("products", () -> door.look("/api/products?size=5"));
                note("cart", () -> shop.put("/api/cart/items/" + sku, Map.of("quantity", 1)));
                note("cart", () -> shop.look("/api/cart"));
                note(
                        "order",
                        () -> new Shopper(shop, email, grant.path("userId").asString())
                                .tryToOrder(List.of(Map.of("sku", sku, "quantity", 1)), "pm_card_ok"));
            }
        }

        private void renew(String what, Supplier<Answer> ask) {
            var answer = note(what, ask);
            if (answer.isGood()) {
                grant = answer.body();
            }
        }
    }

    private Answer note(String what, Supplier<Answer> ask) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
        requests.incrementAndGet();
        var answer = answerTo(what, ask);
        if (!answer.isGood()) {
            failures.merge("%s answered %s".formatted(what, gistOf(answer)), 1, Integer::sum);
        }
        return answer;
    }

    private static String gistOf(Answer answer) {
        var code = answer.body().path("code").asString("");
        return answer.status() + " " + (code.isEmpty() ? answer.body() : code);
    }

    private static Answer answerTo(String what, Supplier<Answer> ask) {
        try {
            return ask.get();
        } catch (ShopSaysNo e) {
            return new Answer(what, 0, StringNode.valueOf(String.valueOf(e.getMessage())));
        }
    }
}
