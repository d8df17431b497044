package com.ecom.search.finding;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.core.money.Money;
import com.ecom.core.money.Sale;
import com.ecom.search.indexing.SearchScenario;
import com.ecom.search.model.Publication;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Products are found, sorted and counted by what they cost now, while shoppers may see them. */
class SalesIT extends SearchScenario {

    private final Instant tomorrow = Instant.now().plusSeconds(86_400);
    private final Sale thisWeek = new Sale(500, Instant.now().minusSeconds(9), tomorrow);

    @Test
    void aHitShowsWhatItCostsNowAndOtherwise() {
        onSale("A", usd(1_000), thisWeek);
        areFound();

        var hit = search("category", category).at("/items/0");

        assertThat(hit.at("/price/amount").asLong()).isEqualTo(500);
        assertThat(hit.at("/listPrice/amount").asLong()).isEqualTo(1_000);
        assertThat(hit.at("/variants/0/price/amount").asLong()).isEqualTo(500);
        assertThat(hit.at("/variants/0/listPrice/amount").asLong()).isEqualTo(1_000);
    }

    @Test
    void reducedProductsAreCountedAndCanBeChosen() {
        var reduced = onSale("A", usd(1_000), thisWeek);
        var full = product("B", "Mug", "M", usd(700));
        onSale("C", usd(900), new Sale(100, tomorrow, tomorrow.plusSeconds(60)));
        areFound();

        assertThat(search("category", category).at("/facets/onSale").asInt()).isEqualTo(1);
        var chosen = search("category", category, "onSale", "true");
        assertThat(idsOf(chosen)).containsExactly(reduced);
        assertThat(chosen.at("/facets/onSale").asInt()).isEqualTo(1);
        assertThat(idsOf(search("category", category, "onSale", "false")))
                .hasSize(2)
                .contains(full);
        assertThat(idsOf(search("category", category, "maxPrice", "600"))).containsExactly(reduced);
    }

    @Test
    void productsAreSortedAnewWhereASaleBeginsAndEnds() {
        var begin = tomorrow;
        var end = begin.plusSeconds(3_600);
        var later = onSale("A", usd(1_000), new Sale(500, begin, end));
        var plain = product("B", "Mug", "M", usd(700));
        areFound();
        assertThat(byPrice()).containsExactly(plain, later);

        repriceAt(begin);
        assertThat(byPrice()).containsExactly(later, plain);
        repriceAt(begin);
        assertThat(byPrice()).containsExactly(later, plain);

        repriceAt(end);
        assertThat(byPrice()).containsExactly(plain, later);
    }

    @Test
    void productsAreFoundFromTheBeginningOfTheirPublicationUntilItsEnd() {
        var end = tomorrow.plusSeconds(3_600);
        var launched = shownFor("A", usd(500), new Publication(tomorrow, end));
        var open = shownFor("B", usd(700), new Publication(null, end));
        areFound();
        assertThat(byPrice()).containsExactly(open);

        repriceAt(tomorrow);
        assertThat(byPrice()).containsExactly(launched, open);

        repriceAt(end);
        assertThat(byPrice()).isEmpty();
    }

    /** Each time another page, so that no answer of before is given again. */
    private List<String> byPrice() {
        asked++;
        return idsOf(
                search("category", category, "sort", "price", "currency", "USD", "size", String.valueOf(10 + asked)));
    }

    private int asked;

    private static Money usd(long amount) {
        return Money.of(amount, "USD");
    }
}
