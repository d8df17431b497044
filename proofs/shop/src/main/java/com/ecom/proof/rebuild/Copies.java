package com.ecom.proof.rebuild;

import static java.util.stream.Collectors.toMap;

import com.ecom.local.LocalShop;
import com.ecom.local.stack.Names;
import com.ecom.shop.Gateway;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/** What services keep of others' states, read and lost as no service may. */
final class Copies {

    private final LocalShop shop;

    Copies(LocalShop shop) {
        this.shop = shop;
    }

    /** How a service believes that each SKU is sold: product, version, amount, currency, and whether it is on sale. */
    Map<String, String> prices(String database, String table) {
        return database(database)
                .sql("select sku, product_id, version, amount, currency, on_sale from %s".formatted(table))
                .query((row, _) -> Map.entry(
                        row.getString("sku"),
                        "%s %d %d %s %s"
                                .formatted(
                                        row.getString("product_id"),
                                        row.getLong("version"),
                                        row.getLong("amount"),
                                        row.getString("currency"),
                                        row.getBoolean("on_sale"))))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, TreeMap::new));
    }

    void losePrices(String database, String table) {
        database(database).sql("delete from " + table).update();
    }

    /** What shoppers find, as {@link Owners#found} says it. */
    Map<String, String> found() {
        return shopper()
                .get("/api/search/products?sort=name&size=100")
                .path("items")
                .valueStream()
                .collect(toMap(
                        it -> it.path("productId").asString(),
                        it -> "%s from %d, %s"
                                .formatted(
                                        it.path("name").asString(),
                                        it.path("price").path("amount").asLong(),
                                        it.path("inStock").asBoolean()),
                        (one, _) -> one,
                        TreeMap::new));
    }

    void loseIndexes() {
        shop.kill("search-service");
        try {
            SearchIndexes.lose(shop.address(Names.ELASTICSEARCH));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        shop.start("search-service");
    }

    /** The stars that product-service shows beside its products, where there are any. */
    Map<String, String> ratings() {
        return catalogue(database -> {
            var all = new TreeMap<String, String>();
            for (var product : database.getCollection("products").find(Filters.exists("rating"))) {
                all.put(
                        product.getString("_id"),
                        "%s of %s"
                                .formatted(
                                        product.getEmbedded(List.of("rating", "average"), Number.class),
                                        product.getEmbedded(List.of("rating", "count"), Number.class)));
            }
            return all;
        });
    }

    void loseRatings() {
        catalogue(database ->
                database.getCollection("products").updateMany(Filters.exists("rating"), Updates.unset("rating")));
    }

    static String stars(JsonNode rating) {
        return "%s of %s"
                .formatted(
                        rating.path("average").asDouble(), rating.path("count").asLong());
    }

    private Gateway shopper() {
        return Gateway.at(shop.gateway().toString()).insistent();
    }

    private JdbcClient database(String name) {
        var server = shop.mysql();
        return JdbcClient.create(new DriverManagerDataSource(server.jdbcUrl(name), server.user(), server.password()));
    }

    private <T> T catalogue(Function<MongoDatabase, T> question) {
        var address = shop.address(Names.MONGODB).toString().replace("http:", "mongodb:");
        try (var mongo = MongoClients.create(address)) {
            return question.apply(mongo.getDatabase("ecom_product"));
        }
    }
}
