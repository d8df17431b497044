package com.ecom.search.reindexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.core.money.Money;
import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.search.indexing.SearchScenario;
import com.ecom.test.TestIssuer;
import com.ecom.test.TestIssuer.Bearer;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The index of a shop that is open. */
class ReindexIT extends SearchScenario {

    private static final int PRODUCTS = 2_500;
    private static final Money PRICE = Money.of(1_000, "USD");

    private final Bearer operator = TestIssuer.bearer(Role.OPERATOR);

    @Test
    void everyQueryIsAnsweredRightMeanwhileAndAfterGoingBack() throws Exception {
        for (int i = 0; i < PRODUCTS; i++) {
            product("R" + i, "Reindexed mug", "M", PRICE);
        }
        areFound();
        var before = indexInUse();
        var isOver = new AtomicBoolean();
        try (var shoppers = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = shoppers.submit(() -> {
                int rounds = 0;
                while (!isOver.get() || rounds == 0) {
                    var found = search("q", "mug", "category", category, "size", "1");
                    assertThat(found.path("total").asInt()).isEqualTo(PRODUCTS);
                    rounds++;
                }
                return rounds;
            });
            var key = UUID.randomUUID().toString();
            ask("/ops/search/reindex", key, false).expectStatus().isOk();
            renameUntilItIsWritten("R7", "Mug of the first change");
            awaitDone("REINDEX");

            ask("/ops/search/reindex", key, false).expectStatus().isOk();
            assertThat(indexInUse()).isNotEqualTo(before).startsWith(settings.products() + "-");
            assertThat(namesOf("R7")).isEqualTo("Mug of the first change");

            renameUntilItIsWritten("R8", "Mug of the second change");
            ask("/ops/search/reindex/rollback", UUID.randomUUID().toString(), false)
                    .expectStatus()
                    .isOk();
            awaitDone("ROLLBACK");
            assertThat(indexInUse()).isEqualTo(before);
            isOver.set(true);
            assertThat(asked.get()).isPositive();
        }
        assertThat(namesOf("R7")).isEqualTo("Mug of the first change");
        assertThat(namesOf("R8")).isEqualTo("Mug of the second change");
        renameUntilItIsWritten("R9", "Mug of the third change");
        assertThat(namesOf("R9")).isEqualTo("Mug of the third change");
    }

    @Test
    void aDryRunOnlyCounts() {
        product("D", "Mug", "M", PRICE);
        areFound();
        var before = indexInUse();

        var answer = body(ask("/ops/search/reindex", UUID.randomUUID().toString(), true)
                .expectStatus()
                .isOk());

        assertThat(answer.path("affected").asLong()).isPositive();
        assertThat(answer.path("dryRun").asBoolean()).isTrue();
        assertThat(indexInUse()).isEqualTo(before);
    }

    /** Whoever was refused a write repeats it, as messages are. */
    private void renameUntilItIsWritten(String sku, String name) {
        await().ignoreException(UncheckedIOException.class).until(() -> {
            product(sku, name, "M", PRICE);
            areFound();
            return true;
        });
    }

    private String namesOf(String sku) {
        return search("q", sku, "category", category).at("/items/0/name").asString();
    }

    private void awaitDone(String kind) {
        await().until(() -> {
            var newest = newest();
            assertThat(newest.path("state").asString()).as("%s", newest).isNotEqualTo("FAILED");
            return newest.path("kind").asString().equals(kind)
                    && newest.path("state").asString().equals("DONE");
        });
    }

    private JsonNode newest() {
        return body(shop.as(operator).get().uri("/ops/search/reindex?size=1").exchange())
                .at("/items/0");
    }

    private String indexInUse() {
        return elastic.call(it -> it.indices().getAlias(which -> which.name(settings.products())))
                .aliases()
                .keySet()
                .iterator()
                .next();
    }

    private ResponseSpec ask(String path, String key, boolean dryRun) {
        return shop.as(operator)
                .post()
                .uri(path)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("reason", "a test", "dryRun", dryRun))
                .exchange();
    }

    private static JsonNode body(ResponseSpec answer) {
        return JsonMapper.shared().readTree(answer.returnResult(byte[].class).getResponseBodyContent());
    }
}
