package com.ecom.search.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.core.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

/** Whoever types is offered what others looked for and found. */
class PopularQueriesIT extends CountingScenario {

    private static final Money PRICE = Money.of(1_000, "USD");

    @Test
    void offersWhatThreeNetworksAskedAndFoundTheMostFrequentFirst() {
        product("A", word + " lamp", "M", PRICE);
        product("B", word + " tray", "M", PRICE);
        areFound();
        askedByThree(word + " lamp");
        askedByThree(word + " tray");
        ask(1, "q", word + " tray");
        ask(1, "q", word);
        areKnown();

        assertThat(offered(word.substring(0, 10))).containsExactly(word + " tray", word + " lamp");
        assertThat(offered(word + " L")).containsExactly(word + " lamp");
    }

    @Test
    void offersItDespiteAMistake() {
        product("A", word, "M", PRICE);
        areFound();
        askedByThree(word);
        areKnown();

        assertThat(offered("gzi" + word.substring(3, 14))).containsExactly(word);
    }

    @Test
    void offersNeitherWhatIsMisspeltNorWhatFindsNothing() {
        product("A", word, "M", PRICE);
        areFound();
        var misspelt = word.substring(0, 8) + word.substring(9);
        for (int network = 1; network <= DailyMarks.ENOUGH; network++) {
            assertThat(ask(network, "q", misspelt).path("correctedQuery").asString(""))
                    .isEqualTo(word);
        }
        askedByThree("xq" + word);
        var some = word + " qqwxz qqvxy qqzzy";
        askedByThree(some);
        assertThat(ask(1, "q", some).path("someWords").asBoolean(false)).isTrue();
        areKnown();

        assertThat(reported("TOP", misspelt).path("corrected").asLong()).isEqualTo(3);
        assertThat(offered(misspelt.substring(0, 10))).isEmpty();
        assertThat(offered("xq" + word.substring(0, 5))).isEmpty();
        assertThat(offered(word + " qq")).isEmpty();
    }

    @Test
    void offersNothingThatARuleHides() {
        product("A", word + " lamp", "M", PRICE);
        areFound();
        askedByThree(word + " lamp");
        areKnown();
        assertThat(offered(word)).containsExactly(word + " lamp");

        shop.as(staff)
                .post()
                .uri("/api/admin/search/rules")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("kind", "HIDE", "phrases", List.of(word), "reason", "a test"))
                .exchange()
                .expectStatus()
                .isCreated();

        await().untilAsserted(() -> assertThat(offered(word)).isEmpty());
        assertThat(ask(1, "q", word).path("total").asLong()).isEqualTo(1);
    }

    private void areKnown() {
        areWritten();
        popular.read();
    }

    private List<String> offered(String begun) {
        var queries = new ArrayList<String>();
        body(shop.anonymously()
                        .get()
                        .uri(uri("/api/search/suggestions", "q", begun))
                        .exchange()
                        .expectStatus()
                        .isOk())
                .path("queries")
                .forEach(it -> queries.add(it.asString()));
        return queries;
    }
}
