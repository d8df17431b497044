package com.ecom.proof.chaos;

import com.ecom.local.LocalShop;
import com.ecom.shop.Gateway;
import com.ecom.shop.ShopHttp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * People behind the counter: whatever happens, they take goods in and give money back, and ask under the same key until
 * they are told that it is done.
 */
final class Staff implements AutoCloseable {

    private static final int DONE = 2;

    private final LocalShop shop;
    private final Books books;
    private final List<String> skus;
    private final Random chance;
    private final Map<String, Long> takenIn = new TreeMap<>();
    private final Map<String, Long> givenBack = new TreeMap<>();
    private final List<String> violations = new ArrayList<>();
    private final Thread shift;
    private volatile boolean closing;
    private @Nullable String token;

    Staff(LocalShop shop, Books books, List<String> skus, long seed) {
        this.shop = shop;
        this.books = books;
        this.skus = skus;
        this.chance = new Random(seed);
        this.shift = Thread.ofPlatform().name("staff").start(this::work);
    }

    private void work() {
        try {
            while (!closing) {
                takeIn(skus.get(chance.nextInt(skus.size())));
                giveBack();
                TimeUnit.SECONDS.sleep(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void takeIn(String sku) throws InterruptedException {
        var body = """
                {"adjustments":[{"sku":"%s","delta":1,"reason":"RECEIVED"}]}""".formatted(sku);
        if (insist("/api/admin/inventory/adjustments", body)) {
            takenIn.merge(sku, 1L, Long::sum);
        }
    }

    /** One cent, or whatever the smallest coin is, for one of the orders that are sold. */
    private void giveBack() throws InterruptedException {
        try {
            for (var order : books.ask(
                    "select id, currency from ecom_order.orders where state = 'CONFIRMED' order by rand() limit 1")) {
                var body = """
                        {"amount":{"amount":1,"currency":"%s"},"reason":"A scratch"}""".formatted(order.get(1));
                if (insist("/api/admin/orders/%s/refunds".formatted(order.get(0)), body)) {
                    givenBack.merge(String.valueOf(order.get(0)), 1L, Long::sum);
                }
            }
        } catch (SQLException e) {
            // The database is away just now; there will be another moment.
        }
    }

    /** Whether it was done; not if the shop says that the request is wrong. */
    private boolean insist(String path, String body) throws InterruptedException {
        var key = UUID.randomUUID().toString();
        while (true) {
            var status = ask(path, body, key);
            if (status / 100 == DONE) {
                return true;
            }
            if (status == 401) {
                token = null;
            } else if (status == 400 || status == 404 || status == 422) {
                violations.add("Staff got %d from %s for %s".formatted(status, path, body));
                return false;
            }
            TimeUnit.SECONDS.sleep(1);
        }
    }

    /** The answer's status, 0 for none. */
    private int ask(String path, String body, String key) throws InterruptedException {
        try {
            if (token == null) {
                token = Gateway.at(shop.gateway().toString())
                        .loggedIn(shop.adminEmail(), shop.adminPassword())
                        .token();
            }
            var request = HttpRequest.newBuilder(URI.create(shop.gateway() + path))
                    .timeout(Duration.ofSeconds(8))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", key)
                    .POST(BodyPublishers.ofString(body))
                    .build();
            return ShopHttp.client().send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException | RuntimeException e) {
            return 0;
        }
    }

    String did() {
        return "%d units taken in, %d refunds"
                .formatted(
                        takenIn.values().stream().mapToLong(it -> it).sum(),
                        givenBack.values().stream().mapToLong(it -> it).sum());
    }

    /** What was promised to staff, and is not so in the books. */
    List<String> violations(Map<String, Long> returnedByProvider) throws SQLException {
        var wrong = new ArrayList<>(violations);
        var received = new TreeMap<String, Long>();
        for (var row : books.ask(
                "select sku, sum(delta) from ecom_inventory.stock_movement where reason = 'RECEIVED' group by sku")) {
            received.put(String.valueOf(row.get(0)), Long.parseLong(String.valueOf(row.get(1))));
        }
        if (!received.equals(takenIn)) {
            wrong.add("I2 taken in: %s, in the ledger: %s".formatted(takenIn, received));
        }
        var returned = new TreeMap<>(returnedByProvider);
        returned.keySet().retainAll(givenBack.keySet());
        if (!returned.equals(givenBack)) {
            wrong.add("I4 given back by staff: %s, by the provider: %s".formatted(givenBack, returned));
        }
        for (var row : books.ask("select id, order_id, state from ecom_order.refund where state <> 'REFUNDED'")) {
            wrong.add("I4 refund %s of order %s is %s".formatted(row.get(0), row.get(1), row.get(2)));
        }
        return wrong;
    }

    /** Returns once the thing in hand is done, or nobody says that it is. */
    void endShift() throws InterruptedException {
        closing = true;
        shift.join(Duration.ofMinutes(2));
        if (shift.isAlive()) {
            violations.add("Staff were never answered");
        }
    }

    @Override
    public void close() {
        shift.interrupt();
    }
}
