package com.ecom.product;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.test.Shop;
import com.ecom.test.TestIssuer;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The catalogue as its staff use it. */
public record Catalogue(RestTestClient keeper) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final MediaType LINES = MediaType.parseMediaType("application/x-ndjson");

    public static Catalogue of(Shop shop) {
        return new Catalogue(shop.as(TestIssuer.bearer(Role.CATALOG)));
    }

    public static String newSku() {
        return "T-" + UUID.randomUUID();
    }

    public static String mug(String sku, long price) {
        return """
                {"name": "Stoneware mug", "description": "Holds 300 ml.", "brand": "Clayworks", "category": "kitchen",
                 "imageUrls": ["/images/mug.jpg"],
                 "attributes": {"volume_ml": 300, "weight_kg": 0.4, "dishwasher_safe": true, "colour": "blue"},
                 "variants": [{"sku": "%s", "options": {"colour": "blue"}, "price": {"amount": %d, "currency": "USD"}}]}
                """.formatted(sku, price);
    }

    public static String row(String sku, String title, long price) {
        return """
                {"sku": "%s", "title": "%s", "brand": "Clayworks", "model": "M-1", "description": "", "ean": ["123"], \
                "priceMinor": %d, "currency": "USD", "releasedOn": "2020-01-01", "images": [], "new_field": 1, \
                "attributes": {"type": "kitchen", "volume": 1.0, "count": 3}}\
                """.formatted(sku, title, price);
    }

    public String added(String body) {
        return json(add(body).expectStatus().isCreated()).path("productId").asString();
    }

    public ResponseSpec add(String body) {
        return keeper.post()
                .uri("/api/admin/products")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    public ResponseSpec revise(String id, String version, String body) {
        return keeper.put()
                .uri("/api/admin/products/" + id)
                .header("If-Match", version)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    public ResponseSpec archive(String id, String version) {
        return keeper.delete()
                .uri("/api/admin/products/" + id)
                .header("If-Match", version)
                .exchange();
    }

    public ResponseSpec get(String id) {
        return keeper.get().uri("/api/admin/products/" + id).exchange();
    }

    /** What staff read. */
    public JsonNode read(String uri, Object... variables) {
        return json(keeper.get().uri(uri, variables).exchange().expectStatus().isOk());
    }

    public ResponseSpec upload(byte[] file, String type) {
        return keeper.post()
                .uri("/api/admin/images")
                .contentType(MediaType.parseMediaType(type))
                .body(file)
                .exchange();
    }

    public String importOf(int rows) {
        var started = start(UUID.randomUUID().toString(), rows).expectStatus().isCreated();
        return json(started).path("importId").asString();
    }

    /** @param onConflict what becomes of products that staff decided about */
    public String importOf(int rows, String onConflict) {
        var started = keeper.post()
                .uri("/api/admin/product-imports")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"name\": \"spring\", \"rows\": %d, \"onConflict\": \"%s\"}".formatted(rows, onConflict))
                .exchange()
                .expectStatus()
                .isCreated();
        return json(started).path("importId").asString();
    }

    public ResponseSpec start(String key, int rows) {
        return keeper.post()
                .uri("/api/admin/product-imports")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"name\": \"spring\", \"rows\": %d}".formatted(rows))
                .exchange();
    }

    public ResponseSpec chunk(String importId, int number, String lines) {
        return keeper.put()
                .uri("/api/admin/product-imports/%s/chunks/%d".formatted(importId, number))
                .contentType(LINES)
                .body(lines.getBytes(UTF_8))
                .exchange();
    }

    public ResponseSpec progress(String importId) {
        return keeper.get().uri("/api/admin/product-imports/" + importId).exchange();
    }

    public static JsonNode json(ResponseSpec answer) {
        return JSON.readTree(answer.returnResult(byte[].class).getResponseBodyContent());
    }
}
