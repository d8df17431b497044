package com.ecom.proof.chaos;

import com.ecom.local.LocalShop;
import com.ecom.local.stack.Checkout;
import com.ecom.shop.CatalogueFile;
import com.ecom.shop.CatalogueImport;
import com.ecom.shop.Gateway;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a freshly opened shop sells: the sample catalogue. */
public final class Goods {

    private static final int SCARCE = 30;
    private static final int PLENTY = 100_000;

    private Goods() {}

    /** The SKUs, with plenty of each. */
    public static List<String> plenty(LocalShop shop) throws IOException {
        return stocked(shop, 0);
    }

    /** The SKUs, with too few of every fourth. */
    static List<String> someOfThemScarce(LocalShop shop) throws IOException {
        return stocked(shop, 4);
    }

    private static List<String> stocked(LocalShop shop, int oneScarceIn) throws IOException {
        var anybody = Gateway.at(shop.gateway().toString());
        var sample = Checkout.find().sampleCatalogue();
        new CatalogueImport(() -> anybody.loggedIn(shop.adminEmail(), shop.adminPassword()), (_, _, _) -> {})
                .run(new CatalogueFile(sample));
        var admin = anybody.loggedIn(shop.adminEmail(), shop.adminPassword());
        var skus = new ArrayList<String>();
        for (var product : admin.get("/api/products?size=100").path("items")) {
            admin.get("/api/products/" + product.path("productId").asString())
                    .path("variants")
                    .forEach(it -> skus.add(it.path("sku").asString()));
        }
        for (int i = 0; i < skus.size(); i++) {
            var there = admin.get("/api/admin/inventory/" + skus.get(i))
                    .path("available")
                    .asInt();
            var wanted = oneScarceIn > 0 && i % oneScarceIn == 0 ? SCARCE : PLENTY;
            admin.insist(
                            "/api/admin/inventory/adjustments",
                            Map.of(
                                    "adjustments",
                                    List.of(Map.of(
                                            "sku", skus.get(i), "delta", wanted - there, "reason", "CORRECTION"))))
                    .good();
        }
        return skus;
    }
}
