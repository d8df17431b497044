package com.ecom.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.core.text.Sku;
import com.ecom.local.stack.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** There is one rule for SKUs, at every door and in every event. */
class SkuContractTests {

    private static final Path CONTRACTS = Checkout.find().root().resolve("contracts");

    @Test
    void everyRequestThatNamesASkuSaysTheOneRule() throws IOException {
        var patterns = new LinkedHashMap<String, String>();
        try (var documents = Files.list(CONTRACTS.resolve("openapi"))) {
            for (var document :
                    documents.filter(it -> it.toString().endsWith(".json")).toList()) {
                collect(document, patterns);
            }
        }
        assertThat(patterns).hasSizeGreaterThan(8);
        assertThat(patterns)
                .allSatisfy((where, pattern) -> assertThat(pattern).as(where).isEqualTo(Sku.PATTERN));
    }

    @Test
    void eventsTakeTheSameSkus() throws IOException {
        var sku = JsonMapper.shared()
                .readTree(CONTRACTS.resolve("events/types.json"))
                .at("/$defs/sku");
        var ofEvents = Pattern.compile(sku.path("pattern").asString());
        var mostCharacters = sku.path("maxLength").asInt();
        for (var text : new String[] {"A", "a-1.b_C", "0".repeat(64), "0".repeat(65), "", "-a", "a b", "é", "a/b"}) {
            assertThat(ofEvents.matcher(text).find() && text.length() <= mostCharacters)
                    .as(text)
                    .isEqualTo(text.matches(Sku.PATTERN));
        }
    }

    private static void collect(Path document, Map<String, String> patterns) {
        var api = JsonMapper.shared().readTree(document);
        api.path("paths")
                .forEachEntry((path, operations) -> operations.forEachEntry((method, operation) -> {
                    var where = "%s: %s %s".formatted(document.getFileName(), method, path);
                    operation.path("parameters").forEach(it -> {
                        if (it.path("name").asString().equals("sku")) {
                            patterns.put(where, it.at("/schema/pattern").asString());
                        }
                    });
                    collect(operation.path("requestBody"), api, where, patterns);
                }));
    }

    private static void collect(JsonNode schema, JsonNode api, String where, Map<String, String> patterns) {
        if (schema.path("$ref").isString()) {
            var name = schema.path("$ref").asString().substring("#/components/schemas/".length());
            collect(api.at("/components/schemas").path(name), api, where, patterns);
        }
        if (schema.path("properties").has("sku")) {
            patterns.put(where + " body", schema.at("/properties/sku/pattern").asString());
        }
        schema.forEach(it -> collect(it, api, where, patterns));
    }
}
