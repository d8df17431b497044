package com.ecom.search.finding;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.core.money.Money;
import com.ecom.search.indexing.SearchScenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one shopper sees on page after page, while others change the catalogue. */
class PagingIT extends SearchScenario {

    private static final int PRODUCTS = 40;

    private final Random random = new Random(7);

    @ParameterizedTest
    @ValueSource(strings = {"relevance", "price", "-price", "name"})
    void pagesNeitherRepeatNorSkipWhileTheIndexChanges(String sort) {
        var staying = new ArrayList<String>();
        for (int i = 0; i < PRODUCTS; i++) {
            staying.add(stoneware("S" + i));
        }
        areFound();

        var seen = new ArrayList<String>();
        var cursor = "";
        for (int page = 0; page == 0 || !cursor.isEmpty(); page++) {
            var answer =
                    search("q", "stoneware mug", "category", category, "sort", sort, "size", "7", "cursor", cursor);
            seen.addAll(idsOf(answer));
            cursor = answer.path("nextCursor").asString("");
            changeSomething(page);
        }

        assertThat(seen).doesNotHaveDuplicates().containsAll(staying);
    }

    /** New products make words more or less rare, and with them every score. */
    private void changeSomething(int page) {
        for (int i = 0; i < 10; i++) {
            product("N%d-%d".formatted(page, i), "Stoneware vase " + "mug ".repeat(i % 3), "M", price());
        }
        gone(category + "N%d-%d".formatted(page - 1, 0));
        areFound();
    }

    private String stoneware(String sku) {
        var words = new ArrayList<>(List.of("stoneware", "mug"));
        for (int i = random.nextInt(6); i > 0; i--) {
            words.add(random.nextBoolean() ? "mug" : "glazed");
        }
        return product(sku, String.join(" ", words), "M", price());
    }

    private Money price() {
        return Money.of(1_000 + random.nextInt(500), "USD");
    }
}
