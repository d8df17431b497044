package com.ecom.proof.rebuild;

import com.ecom.shop.Gateway;
import com.ecom.shop.ShopSaysNo;
import com.ecom.shop.Shopper;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Somebody who buys and somebody who edits the catalogue, until this is closed. What the shop cannot do just now they leave. */
final class Traffic implements AutoCloseable {

    private static final int PAUSE_MILLIS = 100;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Supplier<Gateway> admin;
    private final Gateway anybody;
    private final List<String> products;
    private final List<String> skus;
    private final Random shopping;
    private final Random editing;
    final AtomicLong orders = new AtomicLong();
    final AtomicLong edits = new AtomicLong();
    private volatile boolean open = true;

    Traffic(Gateway anybody, Supplier<Gateway> admin, List<String> products, List<String> skus, long seed) {
        this.anybody = anybody;
        this.admin = admin;
        this.products = products;
        this.skus = skus;
        this.shopping = new Random(seed);
        this.editing = new Random(~seed);
        threads.execute(this::buy);
        threads.execute(this::edit);
    }

    private void buy() {
        var shopper = Shopper.signUp(anybody.fromElsewhere());
        while (open) {
            doing(
                    orders,
                    () -> shopper.tryToOrder(List.of(Map.of("sku", oneOf(skus, shopping), "quantity", 1)), "pm_card_ok")
                            .isGood());
        }
    }

    private void edit() {
        var staff = admin.get();
        while (open) {
            var path = "/api/admin/products/" + oneOf(products, editing);
            doing(edits, () -> {
                var product = staff.get(path);
                return staff.replace(
                                path, edited(product), product.path("version").asLong())
                        .isGood();
            });
        }
    }

    /** Another price, and every fourth time off sale or on it again. */
    private ObjectNode edited(JsonNode product) {
        var next = ((ObjectNode) product)
                .deepCopy()
                .retain(
                        "slug",
                        "name",
                        "description",
                        "brand",
                        "category",
                        "active",
                        "imageUrls",
                        "attributes",
                        "variants");
        next.path("variants")
                .forEach(it -> ((ObjectNode) it.path("price")).put("amount", 100 + editing.nextInt(9_900)));
        if (editing.nextInt(4) == 0) {
            next.put("active", !product.path("active").asBoolean());
        }
        return next;
    }

    private void doing(AtomicLong done, Supplier<Boolean> work) {
        try {
            if (work.get()) {
                done.incrementAndGet();
            }
        } catch (ShopSaysNo e) {
            // Part of the shop is away just now.
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
    }

    private static String oneOf(List<String> all, Random chance) {
        return all.get(chance.nextInt(all.size()));
    }

    /** Lets both end what they have begun. */
    @Override
    public void close() {
        open = false;
        threads.close();
    }
}
