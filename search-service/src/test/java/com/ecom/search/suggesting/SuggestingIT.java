package com.ecom.search.suggesting;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.core.money.Money;
import com.ecom.search.indexing.SearchScenario;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SuggestingIT extends SearchScenario {

    private static final Money PRICE = Money.of(1_499, "USD");

    @Test
    void offersProductsWithPriceAndAddressBesideTheirNames() {
        var mug = product("A", "Stoneware mug " + category, "M", PRICE);
        areFound();

        var offered = suggestions("stonew " + category);

        assertThat(offered.at("/suggestions/0").asString()).isEqualTo("Stoneware mug " + category);
        assertThat(offered.at("/products/0/productId").asString()).isEqualTo(mug);
        assertThat(offered.at("/products/0/slug").asString()).isNotEmpty();
        assertThat(offered.at("/products/0/price/amount").asLong()).isEqualTo(1_499);
    }

    @Test
    void offersBrandsAndCategoriesThatBeginSo() {
        product("A", "Mug", "Clay" + category, PRICE);
        areFound();

        assertThat(suggestions("clay" + category.substring(0, 7))
                        .at("/brands/0")
                        .asString())
                .isEqualTo("Clay" + category);
        assertThat(suggestions(category.substring(0, 8)).at("/categories/0").asString())
                .isEqualTo(category);
    }

    @ParameterizedTest
    @ValueSource(strings = {"candelebr", "candlabrum", "canedlabrum"})
    void goesOnAlsoWithWhatIsMisspelt(String begun) {
        product("A", "Candelabrum " + category, "M", PRICE);
        areFound();

        assertThat(suggestions(begun + " " + category).at("/suggestions/0").asString())
                .isEqualTo("Candelabrum " + category);
    }

    private JsonNode suggestions(String begun) {
        return Objects.requireNonNull(shop.anonymously()
                .get()
                .uri(uri("/api/search/suggestions", "q", begun))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody());
    }
}
