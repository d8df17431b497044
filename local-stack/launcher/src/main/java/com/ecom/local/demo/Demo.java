package com.ecom.local.demo;

import com.ecom.shop.Await;
import com.ecom.shop.BackOffice;
import com.ecom.shop.Gateway;
import com.ecom.shop.ShopSaysNo;
import com.ecom.shop.Shopper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Buys as a shopper would, through every service, and abroad by a quote, and then fails to in the two usual ways. Any surprise ends it. */
public final class Demo {

    /** Before anything is measured: compilers and pools of freshly started services need something to work on. */
    private static final int WARM_UP_ORDERS = 60;

    private static final int MEASURED_ORDERS = 30;

    /** What one order may have of one SKU. */
    private static final int MOST_OF_ONE = 100;

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final Gateway anybody;
    private final Gateway admin;
    private final Gateway mailbox;
    private final Consumer<String> say;

    public Demo(Gateway anybody, Gateway admin, Gateway mailbox, Consumer<String> say) {
        this.anybody = anybody;
        this.admin = admin;
        this.mailbox = mailbox;
        this.say = say;
    }

    public Result run() {
        var product = aProductInStock();
        var sku = product.path("variants").path(0).path("sku").asString();
        var sold = buy(product, sku);
        var abroad = new BorderDemo(anybody, admin, say).buy(product);
        var outOfStock = outOfStock(sku);
        var declined = declined(sku);
        var latency = measure(sku);
        return new Result(true, sold, abroad, outOfStock, declined, latency.p50(), latency.p95());
    }

    private JsonNode aProductInStock() {
        var found = anybody.get("/api/search/products?inStock=true&size=1")
                .path("items")
                .path(0);
        if (found.isMissingNode()) {
            throw new ShopSaysNo("There is nothing to buy yet: ./ecom import FILE brings a catalogue");
        }
        return anybody.get("/api/products/" + found.path("productId").asString());
    }

    private String buy(JsonNode product, String sku) {
        say.accept("A guest finds \"%s\" and puts it in the cart"
                .formatted(product.path("name").asString()));
        var guestToken = anybody.postOnce(
                        "/api/auth/guest", Map.of(), UUID.randomUUID().toString())
                .good()
                .path("accessToken")
                .asString();
        anybody.as(guestToken)
                .post("/api/cart/items", Map.of("sku", sku, "quantity", 2))
                .good();

        var shopper = Shopper.signUp(anybody);
        say.accept("The guest signs up as %s; the cart comes along".formatted(shopper.email()));
        shopper.shop()
                .post(
                        "/api/users/me/addresses",
                        Map.of(
                                "label",
                                "Home",
                                "recipient",
                                "Ada Example",
                                "line1",
                                "1 Market Street",
                                "city",
                                "Springfield",
                                "state",
                                "NY",
                                "postalCode",
                                "12345",
                                "country",
                                "US"))
                .good();
        var cart = shopper.shop()
                .post("/api/cart/merge", Map.of("guestToken", guestToken))
                .good();
        expect(cart.path("itemCount").asInt() == 2, "The merged cart should hold 2, but is " + cart);

        var order = shopper.order(List.of(), "pm_card_ok");
        shopper.orderAt(order, "CONFIRMED");
        say.accept("The order %s is CONFIRMED:".formatted(order));
        show(timeline(order));
        Await.until(
                "An emptied cart",
                A_MINUTE,
                () -> shopper.shop().get("/api/cart"),
                it -> it.path("itemCount").asInt() == 0);
        var mail = Await.until(
                "The confirmation mail",
                A_MINUTE,
                () -> mailbox.look("/api/user/%s/messages/".formatted(shopper.email())),
                it -> it.isGood() && it.body().valueStream().anyMatch(Demo::confirms));
        say.accept("%d mails are in the mailbox, the confirmation among them"
                .formatted(mail.body().size()));
        review(shopper, order, product.path("productId").asString());
        return order;
    }

    private static boolean confirms(JsonNode mail) {
        return mail.path("subject").asString().matches("Your order \\S+ is confirmed");
    }

    private void review(Shopper shopper, String order, String product) {
        var review = new BackOffice(admin).review(shopper, order, product, 5);
        var seen = anybody.get("/api/reviews?size=100&productId=" + product).path("items");
        expect(
                seen.valueStream().anyMatch(it -> it.path("reviewId").asString().equals(review)),
                "The review is not shown");
        say.accept("It is shipped and delivered; the buyer's review is approved and shown");
    }

    private String outOfStock(String sku) {
        var shopper = Shopper.signUp(anybody);
        var surplus = Math.max(0, available(sku) - MOST_OF_ONE + 1);
        adjust(sku, -surplus, "DAMAGED");
        var available = available(sku);
        var order = shopper.order(List.of(Map.of("sku", sku, "quantity", MOST_OF_ONE)), "pm_card_ok");
        expect(reasonOf(shopper.orderAt(order, "CANCELLED")).equals("OUT_OF_STOCK"), "Wrong reason for " + order);
        expect(available(sku) == available, "The stock of %s changed".formatted(sku));
        say.accept("An order for %d of it is CANCELLED, OUT_OF_STOCK, and nobody was charged:".formatted(MOST_OF_ONE));
        show(timeline(order));
        adjust(sku, surplus, "RECEIVED");
        return order;
    }

    private String declined(String sku) {
        var shopper = Shopper.signUp(anybody);
        var available = available(sku);
        var order = shopper.order(List.of(Map.of("sku", sku, "quantity", 1)), "pm_card_declined");
        expect(reasonOf(shopper.orderAt(order, "CANCELLED")).equals("PAYMENT_DECLINED"), "Wrong reason for " + order);
        expect(available(sku) == available, "The stock of %s did not come back".formatted(sku));
        say.accept("An order with a declined card is CANCELLED, and its stock is back:");
        show(timeline(order));
        return order;
    }

    private Latency measure(String sku) {
        adjust(sku, WARM_UP_ORDERS + MEASURED_ORDERS, "RECEIVED");
        var shopper = Shopper.signUp(anybody);
        for (int i = 0; i < WARM_UP_ORDERS; i++) {
            millisToConfirm(shopper, sku);
        }
        var millis = new ArrayList<Long>();
        for (int i = 0; i < MEASURED_ORDERS; i++) {
            millis.add(millisToConfirm(shopper, sku));
        }
        millis.sort(null);
        var latency = new Latency(millis.get(millis.size() / 2), millis.get(millis.size() * 95 / 100));
        say.accept("Accepted to CONFIRMED over %d orders, one after another, after %d to warm up: p50 %d ms, p95 %d ms"
                .formatted(MEASURED_ORDERS, WARM_UP_ORDERS, latency.p50(), latency.p95()));
        return latency;
    }

    private static long millisToConfirm(Shopper shopper, String sku) {
        var order = shopper.order(List.of(Map.of("sku", sku, "quantity", 1)), "pm_card_ok");
        shopper.orderAt(order, "CONFIRMED");
        var steps = shopper.timeline(order).valueStream().map(Demo::at).toList();
        return Duration.between(steps.getFirst(), steps.getLast()).toMillis();
    }

    private void adjust(String sku, long delta, String reason) {
        if (delta != 0) {
            var adjustment = Map.of("sku", sku, "delta", delta, "reason", reason);
            admin.postOnce(
                            "/api/admin/inventory/adjustments",
                            Map.of("adjustments", List.of(adjustment)),
                            UUID.randomUUID().toString())
                    .good();
        }
    }

    /** As staff see it, with who did what and the trace of each step. */
    private JsonNode timeline(String order) {
        return admin.get("/api/admin/orders/%s/timeline".formatted(order));
    }

    private long available(String sku) {
        return admin.get("/api/admin/inventory/" + sku).path("available").asLong();
    }

    private void show(JsonNode timeline) {
        var begin = at(timeline.path(0));
        timeline.forEach(it -> say.accept("    %+6d ms  %-18s -> %-16s %-18s trace %s"
                .formatted(
                        Duration.between(begin, at(it)).toMillis(),
                        it.path("fact").asString(),
                        it.path("state").asString(),
                        it.path("actor").asString().contains("-service")
                                ? it.path("actor").asString()
                                : "shopper",
                        it.path("traceId").asString())));
    }

    private static Instant at(JsonNode step) {
        return Instant.parse(step.path("at").asString());
    }

    private static String reasonOf(JsonNode order) {
        return order.path("cancelReason").asString();
    }

    private static void expect(boolean truth, String otherwise) {
        if (!truth) {
            throw new ShopSaysNo(otherwise);
        }
    }

    /** @param confirmedP50Millis from the order being accepted to it being CONFIRMED */
    public record Result(
            boolean ok,
            String confirmed,
            String abroad,
            String outOfStock,
            String declined,
            long confirmedP50Millis,
            long confirmedP95Millis) {}

    private record Latency(long p50, long p95) {}
}
