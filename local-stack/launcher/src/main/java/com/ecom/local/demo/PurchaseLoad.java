package com.ecom.local.demo;

import com.ecom.shop.Await;
import com.ecom.shop.Gateway;
import com.ecom.shop.ShopSaysNo;
import com.ecom.shop.Shopper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Shoppers who search, look, fill carts and buy for a while, so that every JVM on the way learns which of its methods
 * are hot. Some pay with a card that is declined.
 */
public final class PurchaseLoad {

    private static final int SHOPPERS = 24;
    private static final int DECLINED_OF_A_HUNDRED = 3;
    private static final int MORE_THAN_ANYBODY_BUYS = 1_000_000;
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final Gateway anybody;
    private final Gateway admin;
    private final AtomicLong orders = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();

    public PurchaseLoad(Gateway anybody, Gateway admin) {
        this.anybody = anybody.insistent();
        this.admin = admin.insistent();
    }

    /** Returns when the time is over and every shopper's last order has ended. */
    public Result run(Duration time) {
        var skus = skusOnSale();
        skus.forEach(this::restock);
        // One after another: a service that has just started hashes one password at a time slowly enough.
        var all = Stream.generate(() -> Shopper.signUp(anybody)).limit(SHOPPERS).toList();
        var end = Instant.now().plus(time);
        try (var shoppers = Executors.newVirtualThreadPerTaskExecutor()) {
            all.forEach(it -> shoppers.execute(() -> shop(it, skus, end)));
        }
        return new Result(orders.get(), failures.get());
    }

    private void shop(Shopper shopper, List<String> skus, Instant end) {
        while (Instant.now().isBefore(end)) {
            try {
                var random = ThreadLocalRandom.current();
                browse();
                buy(shopper, skus.get(random.nextInt(skus.size())), random.nextInt(100) < DECLINED_OF_A_HUNDRED);
                orders.incrementAndGet();
            } catch (ShopSaysNo e) {
                failures.incrementAndGet();
            }
        }
    }

    private void browse() {
        var found = anybody.get("/api/search/products?q=a&inStock=true&size=20").path("items");
        if (!found.isEmpty()) {
            var product = found.path(ThreadLocalRandom.current().nextInt(found.size()))
                    .path("productId")
                    .asString();
            anybody.get("/api/products/" + product);
            anybody.get("/api/reviews?productId=" + product);
        }
    }

    private static void buy(Shopper shopper, String sku, boolean declined) {
        shopper.shop()
                .post("/api/cart/items", Map.of("sku", sku, "quantity", 1))
                .good();
        shopper.shop().get("/api/cart");
        var order =
                shopper.order(List.of(Map.of("sku", sku, "quantity", 1)), declined ? "pm_card_declined" : "pm_card_ok");
        Await.until(
                "An order",
                A_MINUTE,
                () -> shopper.shop().get("/api/orders/" + order),
                it -> List.of("CONFIRMED", "CANCELLED")
                        .contains(it.path("state").asString()));
        shopper.timeline(order);
    }

    private List<String> skusOnSale() {
        return admin.get("/api/products?size=100")
                .path("items")
                .valueStream()
                .map(it -> admin.get("/api/products/" + it.path("productId").asString()))
                .flatMap(it -> it.path("variants").valueStream())
                .map(it -> it.path("sku").asString())
                .toList();
    }

    private void restock(String sku) {
        admin.postOnce(
                        "/api/admin/inventory/adjustments",
                        Map.of(
                                "adjustments",
                                List.of(Map.of("sku", sku, "delta", MORE_THAN_ANYBODY_BUYS, "reason", "RECEIVED"))),
                        UUID.randomUUID().toString())
                .good();
    }

    /** @param failures purchases that did not come to an end */
    public record Result(long orders, long failures) {}
}
