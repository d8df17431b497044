package com.ecom.search.finding;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.core.money.Money;
import com.ecom.search.indexing.SearchScenario;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AttributeFacetsIT extends SearchScenario {

    @Test
    void attributesAndOptionsOfTypedProductsAreCounted() {
        typed("A", Map.of("memory", 16L, "touch", true), Map.of("colour", "red"));
        typed("B", Map.of("memory", 16.0, "touch", false), Map.of("colour", "blue"));
        product("C", "Mug", "M", Money.of(1_000, "USD"), Map.of("memory", 16L));
        areFound();

        var facets = attributesOf(search("category", category));

        assertThat(facets)
                .isEqualTo(Map.of(
                        "memory", Map.of("16", 2L),
                        "touch", Map.of("true", 1L, "false", 1L),
                        "colour", Map.of("red", 1L, "blue", 1L)));
    }

    @Test
    void valuesOfOneAttributeMeanAnyAndOfTwoMeanBoth() {
        var red = typed("A", Map.of("memory", 8L), Map.of("colour", "red"));
        var blue = typed("B", Map.of("memory", 16L), Map.of("colour", "blue"));
        typed("C", Map.of("memory", 16L), Map.of("colour", "green"));
        areFound();

        assertThat(idsOf(chosen("colour:red", "colour:blue"))).containsExactlyInAnyOrder(red, blue);
        assertThat(idsOf(chosen("colour:red", "colour:blue", "memory:16"))).containsExactly(blue);
    }

    @Test
    void eachAttributeCountsAsIfNothingHadBeenChosenInIt() {
        typed("A", Map.of("memory", 8L), Map.of("colour", "red"));
        typed("B", Map.of("memory", 16L), Map.of("colour", "blue"));
        typed("C", Map.of("memory", 16L), Map.of("colour", "green"));
        areFound();

        var facets = attributesOf(chosen("memory:16"));

        assertThat(facets)
                .isEqualTo(Map.of("memory", Map.of("8", 1L, "16", 2L), "colour", Map.of("blue", 1L, "green", 1L)));
        assertThat(facets.keySet()).first().isEqualTo("memory");
    }

    /** So that one can give it up again. */
    @Test
    void whatIsChosenIsShownThoughNothingHasIt() {
        typed("A", Map.of(), Map.of("colour", "red"));
        areFound();

        assertThat(attributesOf(chosen("colour:no such")))
                .isEqualTo(Map.of("colour", Map.of("red", 1L, "no such", 0L)));
    }

    @Test
    void nobodyNarrowsByAParagraph() {
        typed("A", Map.of("care", "x".repeat(200), "colour", "red"), Map.of());
        areFound();

        assertThat(attributesOf(search("category", category))).containsOnlyKeys("colour");
    }

    @ParameterizedTest
    @ValueSource(strings = {"colour", ":red", "colour:", "Colour:red", "col.*:red", "colour:\n"})
    void whatIsNoAttributeWithAValueIsRefused(String attribute) {
        shop.anonymously()
                .get()
                .uri(uri("/api/search/products", "attribute", attribute))
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    private JsonNode chosen(String... attributes) {
        var parameters = new String[attributes.length * 2 + 2];
        parameters[0] = "category";
        parameters[1] = category;
        for (int i = 0; i < attributes.length; i++) {
            parameters[2 * i + 2] = "attribute";
            parameters[2 * i + 3] = attributes[i];
        }
        return search(parameters);
    }

    private static Map<String, Map<String, Long>> attributesOf(JsonNode results) {
        var all = new LinkedHashMap<String, Map<String, Long>>();
        results.at("/facets/attributes").forEach(it -> {
            var counts = new LinkedHashMap<String, Long>();
            it.path("values")
                    .forEach(value -> counts.put(
                            value.path("value").asString(), value.path("count").asLong()));
            all.put(it.path("name").asString(), counts);
        });
        return all;
    }
}
