package com.ecom.proof.rebuild;

import com.ecom.shop.Gateway;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What each owner says of its own states, asked as staff may; products that are not on sale included. */
final class Owners {

    private final Gateway admin;
    private final List<String> products;

    Owners(Gateway admin, List<String> products) {
        this.admin = admin;
        this.products = products;
    }

    /** How each variant is sold, by SKU, in the words of {@link Copies#prices}. */
    Map<String, String> prices() {
        var all = new TreeMap<String, String>();
        for (var product : entries()) {
            for (var variant : product.path("variants")) {
                var price = variant.path("price");
                all.put(
                        variant.path("sku").asString(),
                        "%s %s %d %s %s"
                                .formatted(
                                        product.path("productId").asString(),
                                        product.path("version").asString(),
                                        price.path("amount").asLong(),
                                        price.path("currency").asString(),
                                        product.path("active").asBoolean()));
            }
        }
        return all;
    }

    /** Name, price and whether it is in stock of what is on sale, by product, as search tells it. */
    Map<String, String> found() {
        var all = new TreeMap<String, String>();
        for (var product : entries()) {
            if (product.path("active").asBoolean()) {
                var cheapest = product.path("variants")
                        .valueStream()
                        .mapToLong(it -> it.path("price").path("amount").asLong())
                        .min()
                        .orElseThrow();
                var inStock = product.path("variants")
                        .valueStream()
                        .anyMatch(it -> available(it.path("sku").asString()) > 0);
                all.put(
                        product.path("productId").asString(),
                        "%s from %d, %s".formatted(product.path("name").asString(), cheapest, inStock));
            }
        }
        return all;
    }

    /** Number and average of stars by product, where there are any. */
    Map<String, String> ratings() {
        var all = new TreeMap<String, String>();
        for (var product : products) {
            var summary = admin.get("/api/reviews/summary?productId=" + product);
            if (summary.path("count").asLong() > 0) {
                all.put(product, Copies.stars(summary));
            }
        }
        return all;
    }

    private List<JsonNode> entries() {
        var all = new ArrayList<JsonNode>();
        for (var product : products) {
            all.add(admin.get("/api/admin/products/" + product));
        }
        return all;
    }

    private long available(String sku) {
        return admin.get("/api/admin/inventory/" + sku).path("available").asLong();
    }
}
