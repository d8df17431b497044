package com.ecom.search.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers may write where searches and clicks are counted. */
class AnalyticsInputIT extends CountingScenario {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind=WORST",
                "limit=0",
                "limit=101",
                "from=yesterday",
                "from=2026-02-30",
                "from=2026-01-02&to=2026-01-01",
                "to=%2B999999999-12-31",
                "from=-0001-01-01"
            })
    void reportsOfNonsenseAreRefused(String parameters) {
        shop.as(staff)
                .get()
                .uri(URI.create(shop.baseUrl() + "/api/admin/search/analytics?" + parameters))
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{'query': '', 'productId': 'p', 'position': 1}",
                "{'query': 'a', 'productId': ' ', 'position': 1}",
                "{'query': 'a', 'productId': 'p'}",
                "{'query': 'a', 'productId': 'p', 'position': 0}",
                "{'query': 'a', 'productId': 'p', 'position': 1001}",
                "{'query': 'a', 'productId': 'p', 'position': 1.5}",
                "{'query': 'a', 'productId': 'p', 'position': 1, 'subject': 's'}",
                "{'query': {'match_all': {}}, 'productId': 'p', 'position': 1}"
            })
    void clicksOfNonsenseAreRefused(String body) {
        click(1, body.replace('\'', '"')).expectStatus().isBadRequest();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000",
                "\ud83d",
                "\u202eevil",
                "{\"a\":1}",
                "*",
                "%00",
                "' or '1'='1",
                "😀",
                "__proto__",
                "a\nb"
            })
    void anyTextIsCountedOrNotAndNothingFails(String strange) {
        click(1, strange, strange, 1).expectStatus().isAccepted();
        counts.searched(new SearchOrigin("a", false), strange, 1, false);
        counts.searched(new SearchOrigin("a", false), strange.repeat(300), 0, false);
        areWritten();

        askedByThree(word);
        areWritten();
        assertThat(reported("TOP", word).path("searches").asLong()).isEqualTo(3);
    }
}
