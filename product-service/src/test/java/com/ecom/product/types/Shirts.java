package com.ecom.product.types;

import com.ecom.product.Catalogue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** A type of its own for each test. */
record Shirts(Catalogue catalogue, String code) {

    static final String COLOUR = """
            {"name": "colour", "level": "VARIANT", "kind": "CHOICE", "required": true, "facet": true,
             "choices": [{"value": "red", "labels": {"de": "rot"}}, {"value": "blue"}], "labels": {"en": "Colour"}}""";

    static final String SLEEVE = """
            {"name": "sleeve_cm", "kind": "NUMBER", "unit": "cm", "facet": true, "labels": {"en": "Sleeve"}}""";

    static final String IRON = """
            {"name": "non_iron", "kind": "BOOLEAN", "labels": {"en": "Non-iron", "de": "Buegelfrei"}}""";

    /** Every shirt has a colour; how long its sleeves are, and whether it needs no iron, may be said. */
    static Shirts defined(Catalogue catalogue) {
        var shirts = new Shirts(catalogue, "shirts-" + UUID.randomUUID());
        shirts.add(shirts.type(COLOUR, SLEEVE, IRON)).expectStatus().isCreated();
        return shirts;
    }

    String type(String... attributes) {
        return "{\"code\": \"%s\", \"labels\": {\"en\": \"Shirts\"}, \"attributes\": [%s]}"
                .formatted(code, String.join(", ", attributes));
    }

    String shirt(String sku, String colour, String attributes) {
        return """
                {"name": "Shirt", "productType": "%s", "attributes": {%s},
                 "variants": [{"sku": "%s", "options": {"colour": "%s"}, "price": {"amount": 2500, "currency": "USD"}}]}
                """.formatted(code, attributes, sku, colour);
    }

    ResponseSpec add(String body) {
        return catalogue
                .keeper()
                .post()
                .uri("/api/admin/product-types")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    ResponseSpec revise(@Nullable String version, String body) {
        var request = catalogue
                .keeper()
                .put()
                .uri("/api/admin/product-types/" + code)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
        return version == null
                ? request.exchange()
                : request.header("If-Match", version).exchange();
    }
}
