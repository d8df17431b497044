package com.ecom.search.finding;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.core.money.Money;
import com.ecom.search.indexing.SearchScenario;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class FindingIT extends SearchScenario {

    private static final Money PRICE = Money.of(1_000, "USD");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "42-315",
                "AA-100MM",
                "RS-25-48",
                "USB-C-100W",
                "BLK-XL-01",
                "KB-104-DE",
                "12-34-56",
                "SSD.480-2",
                "A4-80G-500",
                "HP-26-X",
                "BLK_XL_02",
                "CUP/RED"
            })
    void aCodeIsFoundFirstHoweverItIsPunctuated(String sku) {
        var parts = String.join(" ", sku.split("[^A-Z0-9]"));
        for (int other = 0; other < 5; other++) {
            product("D%d".formatted(other), "%s %s %s".formatted(parts, parts, parts), parts, PRICE);
        }
        var meant = product(sku, "Something else entirely", "Other", PRICE);
        areFound();

        var spellings = Stream.of("-", ".", "", "_", "/").map(it -> parts.replace(" ", it));
        for (var text : Stream.concat(spellings, Stream.of(sku, sku.toLowerCase(java.util.Locale.ROOT)))
                .toList()) {
            assertThat(idsOf(search("q", text, "category", category)).getFirst())
                    .as(text)
                    .isEqualTo(meant);
        }
        if (sku.matches(".*\\d.*")) {
            assertThat(idsOf(search("q", parts, "category", category)).getFirst())
                    .as(parts)
                    .isEqualTo(meant);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "16 GB",
                "16GB",
                "16 gb stick",
                "16gb stick",
                "bluetronics 16 GB usb stick",
                "bluetronics 16GB usb stick"
            })
    void aQuantityIsTheSameTogetherAndApart(String text) {
        var together = product("S1", "16GB USB Stick", "Bluetronics", PRICE);
        var apart = product("S2", "USB Stick, 16 GB", "Bluetronics", PRICE);
        product("S3", "32GB USB Stick", "Bluetronics", PRICE);
        areFound();

        assertThat(idsOf(search("q", text, "category", category)).subList(0, 2))
                .containsExactlyInAnyOrder(together, apart);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4006381333931", "4-006381-333931", "HL 2130", "hl2130", "HL-2130", "OEM 77/12"})
    void soAreModelNumbersAndEansHoweverTheCatalogueHasThem(String text) {
        product("D1", "4006381 333931 HL 2130 OEM 77 12", "HL 2130 77 12", PRICE);
        var meant = product(
                "SKU-1",
                "Printer",
                "Other",
                PRICE,
                Map.of("ean", 4_006_381_333_931L, "model", "HL 2130", "oem_code", List.of("OEM-77-12")));
        areFound();

        assertThat(idsOf(search("q", text, "category", category)).getFirst()).isEqualTo(meant);
    }

    @Test
    void whatIsChosenIsShownAmongTheValuesAndWhatIsMissingIsSaid() {
        for (int brand = 0; brand < 33; brand++) {
            for (int product = 0; product < (brand < 30 ? 2 : 1); product++) {
                product("S%d-%d".formatted(brand, product), "Mug", "%s-%02d".formatted(category, brand), PRICE);
            }
        }
        areFound();
        var rare = category + "-32";

        var all = search("category", category);
        assertThat(all.at("/facets/brand")).hasSize(30);
        assertThat(incomplete(all)).contains("brand");

        var chosen = search("category", category, "brand", rare);
        assertThat(chosen.path("total").asInt()).isEqualTo(1);
        assertThat(chosen.at("/facets/brand")).hasSize(31);
        assertThat(chosen.at("/facets/brand/30/value").asString()).isEqualTo(rare);
        assertThat(chosen.at("/facets/brand/30/count").asInt()).isEqualTo(1);
        assertThat(incomplete(chosen)).containsExactly("brand");

        var nothing = search("category", category, "brand", "nobody");
        assertThat(nothing.at("/facets/brand/30/count").asInt(-1)).isZero();

        var few = search("category", category, "q", "mug", "brand", rare, "maxPrice", "1");
        assertThat(incomplete(few)).isEmpty();
    }

    @Test
    void pricesOfDifferentCurrenciesAreNeverCompared() {
        var dollars = product("USD", "Mug", "M", Money.of(500, "USD"));
        var yen = product("JPY", "Mug", "M", Money.of(600, "JPY"));
        var more = product("USD2", "Mug", "M", Money.of(700, "USD"));
        areFound();

        assertThat(idsOf(search("category", category))).containsExactlyInAnyOrder(dollars, yen, more);
        assertThat(idsOf(search("category", category, "sort", "price"))).containsExactly(dollars, more);
        assertThat(idsOf(search("category", category, "minPrice", "550"))).containsExactly(more);
        assertThat(idsOf(search("category", category, "minPrice", "550", "currency", "JPY")))
                .containsExactly(yen);
        assertThat(idsOf(search("category", category, "sort", "-price", "currency", "JPY")))
                .containsExactly(yen);
    }

    @Test
    void takesEveryPriceThatThereCanBe() {
        var cheap = product("A", "Mug", "M", Money.of(0, "USD"));
        var exact = product("B", "Mug", "M", Money.of(9_007_199_254_740_993L, "USD"));
        areFound();

        var most = Long.toString(Long.MAX_VALUE);
        assertThat(idsOf(search("category", category, "minPrice", "0", "maxPrice", most)))
                .containsExactlyInAnyOrder(cheap, exact);
        assertThat(idsOf(search("category", category, "minPrice", "9007199254740993")))
                .containsExactly(exact);
        assertThat(idsOf(search("category", category, "minPrice", "9007199254740994")))
                .isEmpty();
        assertThat(idsOf(search("category", category, "minPrice", most))).isEmpty();
        assertThat(idsOf(search("category", category, "minPrice", "9", "maxPrice", "1")))
                .isEmpty();
    }

    /** As cursors of ours could be, but for what is in them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "NEWEST\n9223372036854775807\np",
                "NEWEST\n-9223372036854775808\np",
                "PRICE\n9223372036854775807\np",
                "PRICE\n-9223372036854775808\np",
                "DEAREST\n-1\np",
                "RELEVANCE\n1e308\np",
                "RELEVANCE\n-1e308\np",
                "RELEVANCE\nNaN\np",
                "NAME\n\np",
                "NAME\n\u0000\np"
            })
    void noCursorMakesItFail(String inside) {
        product("A", "Mug", "M", PRICE);
        areFound();
        var cursor = java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(inside.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var sort = switch (inside.substring(0, inside.indexOf('\n'))) {
            case "DEAREST" -> "-price";
            case String it -> it.toLowerCase(java.util.Locale.ROOT);
        };

        var status = shop.anonymously()
                .get()
                .uri(uri("/api/search/products", "category", category, "sort", sort, "cursor", cursor))
                .exchange()
                .returnResult(byte[].class)
                .getStatus();
        assertThat(status.value()).isIn(200, 400);
    }

    @Test
    void completesWordsHoweverLongTheyAre() {
        var word = "Donaudampfschifffahrtsgesellschaftskapitän";
        product("A", word + " " + category, "M", PRICE);
        areFound();

        for (int letters : new int[] {1, 17, 18, 19, 20, 21, 25, word.length()}) {
            var begun = word.substring(0, letters) + " " + category.substring(0, 6);
            var answer = Objects.requireNonNull(shop.anonymously()
                    .get()
                    .uri(uri("/api/search/suggestions", "q", begun))
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody(JsonNode.class)
                    .returnResult()
                    .getResponseBody());
            assertThat(answer.path("suggestions")).as(begun).hasSize(1);
        }
    }

    private static List<String> incomplete(JsonNode results) {
        return results.at("/facets/incomplete")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }
}
