package com.ecom.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.local.stack.Names;
import com.ecom.proof.rebuild.SearchIndexes;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What others keep of a service's states can be lost, and is the same again afterwards. */
@ExtendWith(OneShop.class)
class RebuildIT {

    private static final Duration SOON = Duration.ofMinutes(2);

    private final RunningShop shop;

    RebuildIT(RunningShop shop) {
        this.shop = shop;
    }

    @Test
    void pricesAndOffersThatWereLostAreTheSameAgain() {
        var prices = rows("ecom_order", "price");
        var offers = rows("ecom_cart", "offer");
        assertThat(prices).isNotEmpty().hasSameSizeAs(offers);

        shop.database("ecom_order").sql("delete from price").update();
        shop.database("ecom_cart").sql("delete from offer").update();
        republish("product-service", "catalogue");

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(rows("ecom_order", "price")).isEqualTo(prices);
            assertThat(rows("ecom_cart", "offer")).isEqualTo(offers);
        });
    }

    @Test
    void anIndexThatWasLostFindsTheSameAgain() throws IOException, InterruptedException {
        var found = found();
        assertThat(found).isNotEmpty();

        shop.kill("search-service");
        SearchIndexes.lose(shop.addressOf(Names.ELASTICSEARCH));
        shop.bringBack("search-service");
        republish("product-service", "catalogue");
        republish("inventory-service", "stock");
        republish("review-service", "ratings");

        await().atMost(SOON).untilAsserted(() -> assertThat(found()).isEqualTo(found));
    }

    private List<Map<String, Object>> rows(String database, String table) {
        return shop.database(database)
                .sql(
                        "select sku, product_id, name, amount, currency, on_sale, version from %s where on_sale order by sku"
                                .formatted(table))
                .query()
                .listOfRows();
    }

    private List<JsonNode> found() {
        return shop.anybody()
                .insistent()
                .get("/api/search/products?sort=name&size=50&inStock=true")
                .path("items")
                .valueStream()
                .toList();
    }

    private void republish(String service, String what) {
        var path = "/ops/%s/republish".formatted(what);
        var owner = shop.at(service).as(shop.admin().token());
        owner.postOnce(
                        path,
                        Map.of("reason", "a copy was lost"),
                        UUID.randomUUID().toString())
                .good();
        await().atMost(SOON).until(() -> owner.get(path).path("items").path(0).has("finishedAt"));
    }
}
