package com.ecom.search.indexing;

import com.ecom.core.money.Money;
import com.ecom.core.money.Sale;
import com.ecom.search.elastic.ElasticsearchCalls;
import com.ecom.search.elastic.MergeDocuments;
import com.ecom.search.elastic.SearchSettings;
import com.ecom.search.model.Publication;
import com.ecom.search.model.Rating;
import com.ecom.search.model.SkuStock;
import com.ecom.search.model.StockLevel;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Products that are found at once, without the broker in between. Each test has a category of its own. */
@ServiceTest
public abstract class SearchScenario {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    protected Shop shop;

    @Autowired
    IndexProducts index;

    @Autowired
    protected ElasticsearchCalls elastic;

    @Autowired
    MergeDocuments mergeDocuments;

    @Autowired
    protected SearchSettings settings;

    protected final String category = "C" + UUID.randomUUID().toString().substring(0, 8);

    /** @return its id, which is its SKU, too */
    protected String product(String sku, String name, String brand, Money price, Map<String, Object> attributes) {
        return product(sku, name, brand, price, null, attributes);
    }

    private String product(
            String sku, String name, String brand, Money price, @Nullable Sale sale, Map<String, Object> attributes) {
        return product(
                sku,
                name,
                brand,
                Publication.UNSET,
                new ProductUpserted.Variant(sku, Map.of(), price, sale),
                ProductUpserted.AssignedType.NONE,
                attributes);
    }

    private String product(
            String sku,
            String name,
            String brand,
            Publication publication,
            ProductUpserted.Variant variant,
            ProductUpserted.AssignedType type,
            Map<String, Object> attributes) {
        var upserted = new ProductUpserted(
                category + sku,
                1,
                "a-slug",
                name,
                "",
                brand,
                category,
                type,
                true,
                publication,
                List.of(),
                attributes,
                List.of(variant),
                Instant.EPOCH);
        index.collect(upserted.productId(), it -> it.with(upserted.toEntry(Instant.now())));
        return upserted.productId();
    }

    protected String product(String sku, String name, String brand, Money price) {
        return product(sku, name, brand, price, Map.of());
    }

    protected String onSale(String sku, Money price, Sale sale) {
        return product(sku, "Mug", "M", price, sale, Map.of());
    }

    protected String shownFor(String sku, Money price, Publication publication) {
        return product(
                sku,
                "Mug",
                "M",
                publication,
                new ProductUpserted.Variant(sku, Map.of(), price, null),
                ProductUpserted.AssignedType.NONE,
                Map.of());
    }

    /** One of a type of which shoppers narrow by its attributes and its options. */
    protected String typed(String sku, Map<String, Object> attributes, Map<String, String> options) {
        var facets = Stream.concat(attributes.keySet().stream(), options.keySet().stream())
                .distinct()
                .toList();
        var variant = new ProductUpserted.Variant(sku, options, Money.of(1_000, "USD"), null);
        var type = new ProductUpserted.AssignedType(facets);
        return product(sku, "Mug", "M", Publication.UNSET, variant, type, attributes);
    }

    /** As the instances do every other second. */
    protected void repriceAt(Instant time) {
        new RepriceProducts(elastic, mergeDocuments, settings, Clock.systemUTC()).repriceAt(time);
        areFound();
    }

    protected void rated(String productId, double average) {
        index.collect(productId, it -> it.with(new Rating(average, 1, 1)));
    }

    protected void inStock(String productId, String sku) {
        index.collect(productId, it -> it.withStock(List.of(new SkuStock(sku, StockLevel.IN_STOCK, 1))));
    }

    protected void gone(String productId) {
        index.collect(productId, it -> it.deleted(2));
    }

    protected void areFound() {
        index.write();
        elastic.call(it -> it.indices().refresh(which -> which.index(settings.products())));
    }

    protected JsonNode search(String... parameters) {
        var answer = shop.anonymously()
                .get()
                .uri(uri("/api/search/products", parameters))
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(byte[].class);
        return JSON.readTree(answer.getResponseBodyContent());
    }

    protected java.net.URI uri(String path, String... parameters) {
        var uri = UriComponentsBuilder.fromUriString(shop.baseUrl() + path);
        var values = new ArrayList<Object>();
        for (int i = 0; i < parameters.length; i += 2) {
            uri.queryParam(parameters[i], "{" + i + "}");
            values.add(parameters[i + 1]);
        }
        return uri.encode().buildAndExpand(values.toArray()).toUri();
    }

    protected static List<String> idsOf(JsonNode results) {
        var ids = new ArrayList<String>();
        results.path("items").forEach(it -> ids.add(it.path("productId").asString()));
        return ids;
    }
}
