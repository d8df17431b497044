package com.ecom.load;

import com.ecom.local.LocalShop;
import com.ecom.local.stack.Checkout;
import com.ecom.local.stack.Plan;
import com.ecom.shop.CatalogueFile;
import com.ecom.shop.CatalogueImport;
import com.ecom.shop.Gateway;
import com.ecom.shop.ShopSaysNo;
import com.ecom.shop.Shopper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A freshly opened shop with the sample catalogue, as in production but for its size. */
record Trial(LocalShop shop, Gateway admin, List<String> skus) implements AutoCloseable {

    private static final int AT_ONCE = 100;
    private static final int MOST_TRIES = 10;

    static Trial open(String name, boolean asInProduction) throws IOException {
        return open(name, asInProduction, Plan.forTrials().withForwardedAddresses());
    }

    static Trial open(String name, boolean asInProduction, Plan plan) throws IOException {
        return open(
                name, asInProduction, plan, new CatalogueFile(Checkout.find().sampleCatalogue()));
    }

    /** The same with other products. */
    static Trial open(String name, boolean asInProduction, Plan plan, CatalogueFile products) throws IOException {
        say("Opening a shop with the flags of " + (asInProduction ? "production" : "a quick start"));
        var shop = LocalShop.named(name, asInProduction ? plan.asInProduction() : plan);
        shop.startAll();
        var anybody = Gateway.at(shop.gateway().toString());
        new CatalogueImport(() -> anybody.loggedIn(shop.adminEmail(), shop.adminPassword()), (_, _, _) -> {})
                .run(products);
        var admin = anybody.loggedIn(shop.adminEmail(), shop.adminPassword());
        var skus = new ArrayList<String>();
        for (var product : admin.get("/api/products?size=100").path("items")) {
            admin.get("/api/products/" + product.path("productId").asString())
                    .path("variants")
                    .forEach(it -> skus.add(it.path("sku").asString()));
        }
        say("%d SKUs on sale".formatted(skus.size()));
        return new Trial(shop, admin, skus);
    }

    void restock(List<String> some, int quantity) {
        for (int from = 0; from < some.size(); from += AT_ONCE) {
            var adjustments = some.subList(from, Math.min(some.size(), from + AT_ONCE)).stream()
                    .map(it -> Map.of("sku", it, "delta", quantity, "reason", "RECEIVED"))
                    .toList();
            admin.postOnce(
                            "/api/admin/inventory/adjustments",
                            Map.of("adjustments", adjustments),
                            UUID.randomUUID().toString())
                    .good();
        }
    }

    /** The tokens of new customers; they last for five minutes. */
    List<String> customers(int count) {
        var anybody = Gateway.at(shop.gateway().toString());
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(_ -> signedUp(anybody))
                .toList();
    }

    /** Whoever has no answer in time, from a shop that has just started on one core, signs up as somebody else. */
    private static String signedUp(Gateway anybody) {
        for (int tries = 1; ; tries++) {
            try {
                return Shopper.signUp(anybody).shop().token();
            } catch (ShopSaysNo e) {
                if (tries == MOST_TRIES) {
                    throw e;
                }
            }
        }
    }

    static void say(String text) {
        System.out.println(text);
    }

    @Override
    public void close() {
        shop.close();
    }
}
