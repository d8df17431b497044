package com.ecom.proof.rebuild;

import com.ecom.local.LocalShop;
import com.ecom.local.stack.Names;
import com.ecom.local.stack.Plan;
import com.ecom.proof.Effort;
import com.ecom.proof.SeededProof;
import com.ecom.proof.Verdict;
import com.ecom.proof.chaos.Goods;
import com.ecom.shop.Await;
import com.ecom.shop.BackOffice;
import com.ecom.shop.Gateway;
import com.ecom.shop.Shopper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Loses each read model in turn while people buy and staff edit, has its owners publish again, and compares with them. */
public final class RebuildProof implements SeededProof {

    private static final Duration SOON = Duration.ofMinutes(3);
    private static final Owned CATALOGUE = new Owned("catalogue", "product-service");
    private static final Owned STOCK = new Owned("stock", "inventory-service");
    private static final Owned RATINGS = new Owned("ratings", "review-service");

    private final List<String> violations = new ArrayList<>();
    private final Map<String, Object> figures = Verdict.newFigures();

    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public String promise() {
        return "A read model that is lost while people buy and staff edit equals its owner's states again once they are republished";
    }

    @Override
    public Verdict prove(Effort effort) throws Exception {
        try (var shop = LocalShop.named(name(), Plan.forTrials().withForwardedAddresses())) {
            effort.say("Opening a shop");
            shop.start(Names.SERVICES.toArray(String[]::new));
            var skus = Goods.plenty(shop);
            var anybody = Gateway.at(shop.gateway().toString());
            Supplier<Gateway> admin = () ->
                    anybody.loggedIn(shop.adminEmail(), shop.adminPassword()).insistent();
            var products = anybody.get("/api/products?size=100")
                    .path("items")
                    .valueStream()
                    .map(it -> it.path("productId").asString())
                    .toList();
            review(anybody, admin.get(), products.getFirst(), skus.getFirst());
            var copies = new Copies(shop);
            var owners = new Owners(admin.get(), products);
            for (var model : models(copies, owners)) {
                effort.say("Losing " + model.name);
                try (var traffic = new Traffic(anybody, admin, products, skus, effort.seed())) {
                    TimeUnit.SECONDS.sleep(effort.size(1, 10));
                    model.lose.run();
                    for (var what : model.republished) {
                        republish(shop, admin.get(), what);
                    }
                    TimeUnit.SECONDS.sleep(effort.size(1, 10));
                    figures.put("orders meanwhile: " + model.name, traffic.orders);
                    figures.put("edits meanwhile: " + model.name, traffic.edits);
                }
                compare(model);
            }
        }
        return Verdict.of(violations, figures);
    }

    private static List<Model> models(Copies copies, Owners owners) {
        return List.of(
                new Model(
                        "order-service's prices",
                        List.of(CATALOGUE),
                        () -> copies.losePrices("ecom_order", "price"),
                        () -> copies.prices("ecom_order", "price"),
                        owners::prices),
                new Model(
                        "cart-service's offers",
                        List.of(CATALOGUE),
                        () -> copies.losePrices("ecom_cart", "offer"),
                        () -> copies.prices("ecom_cart", "offer"),
                        owners::prices),
                new Model(
                        "search-service's indexes",
                        List.of(CATALOGUE, STOCK, RATINGS),
                        copies::loseIndexes,
                        copies::found,
                        owners::found),
                new Model(
                        "product-service's ratings",
                        List.of(RATINGS),
                        copies::loseRatings,
                        copies::ratings,
                        owners::ratings));
    }

    private static void republish(LocalShop shop, Gateway admin, Owned what) {
        var path = "/ops/%s/republish".formatted(what.states);
        var owner = Gateway.at(shop.address(what.owner).toString())
                .as(admin.token())
                .insistent();
        owner.postOnce(
                        path,
                        Map.of("reason", "a copy was lost"),
                        UUID.randomUUID().toString())
                .good();
        Await.until(
                path,
                SOON,
                () -> owner.get(path),
                it -> it.path("items").path(0).has("finishedAt"));
    }

    /** Events that are still on their way may arrive. */
    private void compare(Model model) {
        var last = Await.orLastSeen(
                SOON, () -> new Compared(model.kept.get(), model.owned.get()), it -> it.kept.equals(it.owned));
        var kept = last.kept;
        var owned = last.owned;
        var differ = new TreeSet<>(owned.keySet());
        differ.addAll(kept.keySet());
        for (var key : List.copyOf(differ)) {
            if (owned.containsKey(key) && owned.get(key).equals(kept.get(key))) {
                differ.remove(key);
            } else {
                violations.add(
                        "%s: %s is %s, its owner says %s".formatted(model.name, key, kept.get(key), owned.get(key)));
            }
        }
        if (owned.isEmpty()) {
            violations.add("%s: there was nothing to compare".formatted(model.name));
        }
        figures.put("compared: " + model.name, owned.size());
        figures.put("differences: " + model.name, differ.size());
    }

    private static void review(Gateway anybody, Gateway admin, String product, String sku) {
        var buyer = Shopper.signUp(anybody);
        var order = buyer.order(List.of(Map.of("sku", sku, "quantity", 1)), "pm_card_ok");
        buyer.orderAt(order, "CONFIRMED");
        new BackOffice(admin).review(buyer, order, product, 4);
    }

    private record Compared(Map<String, String> kept, Map<String, String> owned) {}

    private record Owned(String states, String owner) {}

    /**
     * Something that a service keeps of others' states.
     *
     * @param republished what its owners publish again
     * @param kept what it says now
     * @param owned what its owners say now
     */
    private record Model(
            String name,
            List<Owned> republished,
            Runnable lose,
            Supplier<Map<String, String>> kept,
            Supplier<Map<String, String>> owned) {}
}
