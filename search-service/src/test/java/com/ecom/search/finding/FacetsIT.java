package com.ecom.search.finding;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.core.money.Money;
import com.ecom.search.indexing.SearchScenario;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FacetsIT extends SearchScenario {

    private static final Money PRICE = Money.of(1_000, "USD");

    @Test
    void severalValuesOfAFacetMeanAnyOfThemAndAllStayCounted() {
        var mug = product("A", "Mug", brand("Ash"), PRICE);
        var cup = product("B", "Mug", brand("Beech, Birch & Co"), PRICE);
        product("C", "Mug", brand("Cedar"), PRICE);
        areFound();

        var both = search("category", category, "brand", brand("Ash"), "brand", brand("Beech, Birch & Co"));

        assertThat(idsOf(both)).containsExactlyInAnyOrder(mug, cup);
        assertThat(both.path("total").asInt()).isEqualTo(2);
        assertThat(counts(both.at("/facets/brand")))
                .isEqualTo(Map.of(brand("Ash"), 1L, brand("Beech, Birch & Co"), 1L, brand("Cedar"), 1L));
        assertThat(counts(both.at("/facets/category"))).isEqualTo(Map.of(category, 2L));
    }

    /** A comma is a part of a name, also of one that stands alone. */
    @Test
    void aValueIsTakenWhole() {
        var cup = product("B", "Mug", brand("Beech, Birch & Co"), PRICE);
        product("A", "Mug", brand("Beech"), PRICE);
        areFound();

        assertThat(idsOf(search("category", category, "brand", brand("Beech, Birch & Co"))))
                .containsExactly(cup);
    }

    @Test
    void pricesAreCountedByCurrencyAsIfNoRangeHadBeenChosen() {
        product("A", "Mug", "M", Money.of(2_499, "USD"));
        product("B", "Mug", "M", Money.of(2_500, "USD"));
        product("C", "Mug", "M", Money.of(100_000, "USD"));
        product("D", "Mug", "M", Money.of(2_500, "JPY"));
        areFound();

        assertThat(ranges(search("category", category)))
                .isEqualTo(Map.of("USD 0-2500", 1L, "USD 2500-5000", 1L, "USD 100000-", 1L, "JPY 2500-5000", 1L));
        var cheap = search("category", category, "maxPrice", "2499");
        assertThat(cheap.path("total").asInt()).isEqualTo(1);
        assertThat(ranges(cheap)).isEqualTo(Map.of("USD 0-2500", 1L, "USD 2500-5000", 1L, "USD 100000-", 1L));
    }

    @Test
    void ratingsAndAvailabilityCanBeChosen() {
        var loved = product("A", "Mug", "M", PRICE);
        rated(loved, 4.6);
        var liked = product("B", "Mug", "M", PRICE);
        rated(liked, 3.0);
        inStock(liked, "B");
        product("C", "Mug", "M", PRICE);
        areFound();

        var all = search("category", category);
        assertThat(all.at("/facets/availability/inStock").asInt()).isEqualTo(1);
        assertThat(all.at("/facets/availability/outOfStock").asInt()).isEqualTo(2);
        assertThat(all.at("/facets/rating"))
                .extracting(
                        it -> it.path("stars").asInt() + ":" + it.path("count").asInt())
                .containsExactly("4:1", "3:2", "2:2", "1:2");

        var best = search("category", category, "minRating", "4");
        assertThat(idsOf(best)).containsExactly(loved);
        assertThat(best.at("/facets/rating")).hasSize(4);
        assertThat(best.at("/facets/availability/inStock").asInt(-1)).isZero();
        assertThat(idsOf(search("category", category, "minRating", "3", "inStock", "true")))
                .containsExactly(liked);
    }

    @Test
    void aHitCarriesItsVariantsAndWhetherEachIsInStock() {
        inStock(product("SKU-7", "Mug", "M", PRICE), "SKU-7");
        areFound();

        var hit = search("category", category).at("/items/0");

        assertThat(hit.at("/skus/0").asString()).isEqualTo("SKU-7");
        assertThat(hit.at("/variants/0/sku").asString()).isEqualTo("SKU-7");
        assertThat(hit.at("/variants/0/price/amount").asLong()).isEqualTo(1_000);
        assertThat(hit.at("/variants/0/inStock").asBoolean()).isTrue();
        assertThat(hit.path("slug").asString()).isNotEmpty();
        assertThat(hit.has("highlights") && !hit.path("highlights").isNull()).isFalse();
    }

    @Test
    void saysWhereTheWordsWereFoundWithoutLettingMarkupThrough() {
        product("A", "<b>Speckled</b> mug", "M", PRICE);
        areFound();

        var hit = search("category", category, "q", "mugs", "highlight", "true").at("/items/0");

        assertThat(hit.at("/highlights/name").asString())
                .contains("<em>mug</em>")
                .contains("&lt;b&gt;")
                .doesNotContain("<b>");
    }

    @Test
    void aWordThatNoProductHasIsLookedForAsTheMostSimilarOne() {
        var lamp = product("A", "Brass candelabrum", "M", PRICE);
        product("B", "Mug", "M", PRICE);
        areFound();

        var found = search("category", category, "q", "brass candelebrum");

        assertThat(idsOf(found)).containsExactly(lamp);
        assertThat(found.path("correctedQuery").asString()).isEqualTo("brass candelabrum");
        assertThat(search("category", category, "q", "brass candelabrum")
                        .path("correctedQuery")
                        .asString(""))
                .isEmpty();
    }

    private String brand(String name) {
        return category + " " + name;
    }

    private static Map<String, Long> counts(JsonNode facet) {
        var counts = new LinkedHashMap<String, Long>();
        facet.forEach(
                it -> counts.put(it.path("value").asString(), it.path("count").asLong()));
        return counts;
    }

    private static Map<String, Long> ranges(JsonNode results) {
        var counts = new LinkedHashMap<String, Long>();
        results.at("/facets/price")
                .forEach(it -> counts.put(
                        "%s %s-%s"
                                .formatted(
                                        it.path("currency").asString(),
                                        it.path("from").asString(""),
                                        it.path("to").asString("")),
                        it.path("count").asLong()));
        return counts;
    }
}
