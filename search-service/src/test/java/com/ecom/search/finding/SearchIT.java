package com.ecom.search.finding;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.test.ProductEvents;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import com.ecom.test.TestBroker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the others tell is found, whatever order it comes in. Each test has a brand of its own. */
@ServiceTest
class SearchIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    Shop shop;

    @Autowired
    TestBroker broker;

    final String brand = "B" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void findsAProductByWhatPeopleTypeAndShowsIt() {
        var mug = upserted("Blue stoneware mug", 1_499, 1);
        upserted("Green tea", 899, 1);
        found(2);

        for (var text : List.of("mug", "MUGS", "stonewear mug", "blue " + brand, "XK-" + mug, "xk" + mug)) {
            var items = search("q", text, "brand", brand).path("items");
            assertThat(items.path(0).path("productId").asString()).as(text).isEqualTo(mug);
        }
        var item = search("q", "mug", "brand", brand).at("/items/0");
        assertThat(item.at("/price/amount").asLong()).isEqualTo(1_499);
        assertThat(item.path("inStock").asBoolean()).isFalse();
        assertThat(item.path("imageUrl").asString()).isEqualTo("/images/mug.jpg");
    }

    @Test
    void putsWhatIsCalledSoBeforeWhatOnlyMentionsIt() {
        var teapot = upserted("Teapot", 4_000, 1, "kitchen", "Goes well with a mug.");
        var mug = upserted("Mug", 1_000, 1, "kitchen", "Holds 300 ml.");
        found(2);

        assertThat(idsOf(search("q", "mug", "brand", brand))).containsExactly(mug, teapot);
    }

    @Test
    void sortsAndPagesWithoutGapsOrRepetitions() {
        var ids = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            ids.add(upserted("Mug " + (char) ('A' + i), 1_000 + i / 2, 1));
        }
        found(5);

        for (var sort : List.of("relevance", "price", "-price", "name", "newest")) {
            var seen = new ArrayList<String>();
            var cursor = "";
            do {
                var page = search("brand", brand, "sort", sort, "size", "2", "cursor", cursor);
                assertThat(page.path("total").asInt()).isEqualTo(5);
                seen.addAll(idsOf(page));
                cursor = page.path("nextCursor").asString("");
            } while (!cursor.isEmpty());
            assertThat(seen).as(sort).containsExactlyInAnyOrderElementsOf(ids);
        }
        assertThat(idsOf(search("brand", brand, "sort", "name"))).containsExactlyElementsOf(ids);
        assertThat(idsOf(search("brand", brand, "sort", "-price")).getFirst()).isEqualTo(ids.getLast());
    }

    @Test
    void countsTheOtherChoicesInEachFacet() {
        upserted("Mug", 1_000, 1, "cups-" + brand, "");
        upserted("Tea", 1_000, 1, "teas-" + brand, "");
        found(2);

        var results = search("q", brand, "category", "cups-" + brand);

        assertThat(results.path("total").asInt()).isEqualTo(1);
        assertThat(results.at("/facets/category"))
                .extracting(it -> it.path("value").asString())
                .contains("cups-" + brand, "teas-" + brand);
        assertThat(results.at("/facets/brand/0/count").asInt()).isEqualTo(1);
    }

    @Test
    void looksWithinAPriceRange() {
        upserted("Mug", 1_000, 1);
        var tea = upserted("Tea", 2_000, 1);
        found(2);

        assertThat(idsOf(search("brand", brand, "minPrice", "1001", "maxPrice", "2000")))
                .containsExactly(tea);
    }

    @Test
    void aStockEventReachesTheProduct() {
        var mug = upserted("Mug", 1_000, 1);
        found(1);

        stock(mug, "LOW", 3);
        await("inStock", "true", 1);
        stock(mug, "OUT_OF_STOCK", 4);
        await("inStock", "false", 1);
        stock(mug, "IN_STOCK", 2);
        upserted(mug, "Mug, new", 1_000, 2, "kitchen", "");
        await("q", "new", 1);

        assertThat(search("brand", brand).at("/items/0/inStock").asBoolean()).isFalse();
    }

    @Test
    void aStockEventWaitsForItsProduct() {
        var mug = UUID.randomUUID().toString();
        stock(mug, "IN_STOCK", 1);
        rate(mug, 1, 4.5);

        upserted(mug, "Mug", 1_000, 1, "kitchen", "");

        await("inStock", "true", 1);
        awaitUntil(() -> search("brand", brand).at("/items/0/rating/average").asDouble() == 4.5);
    }

    @Test
    void aDeletedProductIsNotFoundHoweverLateOldEventsArrive() {
        var mug = upserted("Mug", 1_000, 1);
        var tea = upserted("Tea", 1_000, 1);
        found(2);

        broker.send(
                "product.events",
                mug,
                "product.deleted.v1",
                Map.of("productId", mug, "version", 3, "skus", List.of("XK-" + mug)));
        upserted(mug, "Mug", 1_000, 2, "kitchen", "");
        upserted(tea, "Tea, again", 1_000, 2, "kitchen", "");
        await("q", "again", 1);
        awaitUntil(() -> search("brand", brand).path("total").asInt() == 1);

        assertThat(idsOf(search("brand", brand))).containsExactly(tea);
    }

    @Test
    void completesWhatIsBeingTyped() {
        upserted("Stoneware mug " + brand, 1_000, 1);
        upserted("Stoneware mug " + brand, 1_100, 1);
        found(2);

        var suggestions = get("/api/search/suggestions", "q", "stonew mu " + brand.substring(0, 6));

        assertThat(suggestions.path("suggestions")).hasSize(1);
        assertThat(suggestions.at("/suggestions/0").asString()).isEqualTo("Stoneware mug " + brand);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/search/products?size=0",
                "/api/search/products?size=101",
                "/api/search/products?size=x",
                "/api/search/products?sort=rating",
                "/api/search/products?minPrice=-1",
                "/api/search/products?maxPrice=cheap",
                "/api/search/products?inStock=perhaps",
                "/api/search/suggestions",
                "/api/search/suggestions?q= ",
                "/api/search/suggestions?q=a&size=11"
            })
    void refusesQuestionsThatMakeNoSense(String question) {
        shop.anonymously().get().uri(question).exchange().expectStatus().isBadRequest();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "a AND (", "*", "\\", "{\"query\":{}}", "茶 ☕", "%00"})
    void takesWhateverPeopleTypeAsWords(String text) {
        assertThat(search("q", text).path("total").isNumber()).isTrue();
        assertThat(get("/api/search/suggestions", "q", text).path("suggestions").isArray())
                .isTrue();
    }

    private String upserted(String name, long price, int version) {
        return upserted(name, price, version, "kitchen", "");
    }

    private String upserted(String name, long price, int version, String category, String description) {
        return upserted(UUID.randomUUID().toString(), name, price, version, category, description);
    }

    private String upserted(String id, String name, long price, int version, String category, String description) {
        var more = Map.<String, Object>of(
                "name", name,
                "description", description,
                "brand", brand,
                "category", category,
                "imageUrls", List.of("/images/mug.jpg"),
                "attributes", Map.of("volume_ml", 300, "colour", "blue"));
        broker.send(
                ProductEvents.TOPIC,
                id,
                ProductEvents.UPSERTED,
                ProductEvents.upserted(id, version, ProductEvents.variant("XK-" + id, price, "USD"), more));
        return id;
    }

    private void stock(String product, String level, int version) {
        var sku = "XK-" + product;
        broker.send(
                "stock.events",
                sku,
                "stock.changed.v1",
                Map.of("sku", sku, "level", level, "available", 3, "version", version));
    }

    private void rate(String product, int version, double average) {
        broker.send(
                "review.events",
                product,
                "review.rating-changed.v1",
                Map.of("productId", product, "version", version, "count", version, "average", average));
    }

    private void found(int total) {
        awaitUntil(() -> search("brand", brand).path("total").asInt() == total);
    }

    private void await(String parameter, String value, int total) {
        awaitUntil(() -> search("brand", brand, parameter, value).path("total").asInt() == total);
    }

    private static void awaitUntil(Callable<Boolean> condition) {
        Awaitility.await().until(condition);
    }

    private JsonNode search(String... parameters) {
        return get("/api/search/products", parameters);
    }

    private JsonNode get(String path, String... parameters) {
        var uri = UriComponentsBuilder.fromUriString(shop.baseUrl() + path);
        for (int i = 0; i < parameters.length; i += 2) {
            uri.queryParam(parameters[i], "{" + i + "}");
        }
        var values = new ArrayList<Object>();
        for (int i = 1; i < parameters.length; i += 2) {
            values.add(parameters[i]);
        }
        var answer = shop.anonymously()
                .get()
                .uri(uri.encode().buildAndExpand(values.toArray()).toUri())
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(byte[].class);
        return JSON.readTree(answer.getResponseBodyContent());
    }

    private static List<String> idsOf(JsonNode results) {
        var ids = new ArrayList<String>();
        results.path("items").forEach(it -> ids.add(it.path("productId").asString()));
        return ids;
    }
}
