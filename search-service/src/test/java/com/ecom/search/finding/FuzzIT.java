package com.ecom.search.finding;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.core.money.Money;
import com.ecom.search.indexing.SearchScenario;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is asked gets an answer or a refusal, and soon. */
class FuzzIT extends SearchScenario {

    private static final int REQUESTS = 60;
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private static final List<String> NAMES = List.of(
            "q",
            "category",
            "brand",
            "inStock",
            "minRating",
            "minPrice",
            "maxPrice",
            "currency",
            "sort",
            "highlight",
            "size",
            "cursor");

    private static final List<String> PIECES = List.of(
            "mug",
            "laptop",
            "HL-2130",
            "*",
            "?",
            "~2",
            "^9",
            "\"",
            "'",
            "\\",
            "{\"query\":{\"match_all\":{}}}",
            "AND",
            "OR (",
            "[* TO *]",
            "/.*/",
            "</em><script>",
            "%00",
            "\u0000",
            "\u202e",
            "\ud83d\ude00",
            "茶",
            "ß",
            "ı",
            "-1",
            "0",
            "1",
            "100",
            "101",
            "9223372036854775807",
            "9223372036854775808",
            "1e308",
            "NaN",
            "true",
            "USD",
            "usd",
            "relevance",
            "-price",
            "name",
            "newest",
            "UkVMRVZBTkNFCjEKcA",
            "UAAAAAE",
            "UwAAAAE",
            ",",
            " ",
            "a".repeat(200),
            "mug ".repeat(50));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void nothingFailsAndNothingTakesLong(long seed) {
        product("A", "Mug", "M", Money.of(1_000, "USD"));
        areFound();
        var random = new Random(seed);

        // So that no request pays for what only the first of a program does.
        search("q", "mug", "highlight", "true");
        for (int i = 0; i < REQUESTS; i++) {
            var parameters = parameters(random);
            // A machine may stand still for a moment, but not twice at the same question.
            var took = took(seed, parameters);
            assertThat(took.compareTo(LONGEST) < 0 ? took : took(seed, parameters))
                    .as("seed %d: %s", seed, parameters)
                    .isLessThan(LONGEST);
        }
    }

    private Duration took(long seed, List<String> parameters) {
        var begin = Instant.now();
        var status = shop.anonymously()
                .get()
                .uri(uri("/api/search/products", parameters.toArray(String[]::new)))
                .exchange()
                .returnResult(byte[].class)
                .getStatus();
        assertThat(status.value()).as("seed %d: %s", seed, parameters).isLessThan(500);
        return Duration.between(begin, Instant.now());
    }

    private static List<String> parameters(Random random) {
        var parameters = new ArrayList<String>();
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            parameters.add(NAMES.get(random.nextInt(NAMES.size())));
            var value = new StringBuilder();
            for (int pieces = random.nextInt(1, 4); pieces > 0; pieces--) {
                value.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            parameters.add(value.toString());
        }
        return parameters;
    }
}
