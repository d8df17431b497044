package com.ecom.search.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.core.money.Money;
import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.search.indexing.SearchScenario;
import com.ecom.test.TestIssuer;
import com.ecom.test.TestIssuer.Bearer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What staff decide is followed by every search soon, and can be looked up. Each test has a word of its own. */
class RulesIT extends SearchScenario {

    private static final String RULES = "/api/admin/search/rules";
    private static final Money PRICE = Money.of(1_000, "USD");

    private final Bearer staff = TestIssuer.bearer(Role.CATALOG);
    private final String word =
            "gizmo" + UUID.randomUUID().toString().substring(0, 8).replace("-", "");

    private String first;
    private String second;
    private String other;

    @BeforeEach
    void threeProducts() {
        first = product("A", word, "M", PRICE);
        second = product("B", word + " for the garden and for the house", "M", PRICE);
        other = product("C", "Teapot", "M", PRICE);
        areFound();
    }

    @Test
    void pinsComeFirstInTheirOrderEvenIfTheyDoNotMatch() {
        add(rule("PIN", List.of(word.toUpperCase(Locale.ROOT)), List.of(other, second)));

        becomes(word, other, second, first);
    }

    @Test
    void boostsMoveUpWhatMatchesAndNothingElse() {
        assertThat(idsOf(search("q", word, "category", category))).containsExactly(first, second);

        add(rule("BOOST", List.of(word), List.of(second, other)));

        becomes(word, second, first);
    }

    @Test
    void buriesMoveDownWhatMatches() {
        add(rule("BURY", List.of(word), List.of(first)));

        becomes(word, second, first);
    }

    @Test
    void synonymsFindWhatTheOthersFindWithoutANewIndex() {
        var alias = "thingumajig" + word.substring(5);
        add(rule("SYNONYM", List.of(alias, word), List.of()));

        becomes(alias, first, second);
        assertThat(idsOf(search("q", "garden " + alias, "category", category)).getFirst())
                .isEqualTo(second);
    }

    @Test
    void redirectsAreNamedInTheAnswer() {
        var rule = rule("REDIRECT", List.of(word), List.of());
        rule.put("target", "/help/returns");
        add(rule);

        await().until(() -> search("q", word).path("redirect").asString("").equals("/help/returns"));
        assertThat(search("q", word + " red").has("redirect")).isFalse();
    }

    @Test
    void rulesHoldBetweenTheirDates() {
        var past = rule("PIN", List.of(word), List.of(other));
        past.put("until", Instant.now().minusSeconds(60).toString());
        add(past);
        var future = rule("PIN", List.of(word), List.of(other));
        future.put("from", Instant.now().plusSeconds(3_600).toString());
        add(future);
        add(rule("BURY", List.of(word), List.of(first)));

        becomes(word, second, first);
    }

    @Test
    void aChangeNamesTheVersionThatWasReadAndStaysOnTheRecord() {
        var added = body(add(rule("PIN", List.of(word), List.of(other))));
        var path = RULES + "/" + added.path("ruleId").asString();
        becomes(word, other, first, second);

        revise(path, null).expectStatus().isEqualTo(428);
        revise(path, "\"1\"").expectStatus().isOk();
        revise(path, "\"1\"").expectStatus().isEqualTo(412);
        becomes(word, second, first);
        delete(path, "\"2\"").expectStatus().isNoContent();

        becomes(word, first, second);
        shop.as(staff).get().uri(path).exchange().expectStatus().isNotFound();
        delete(path, "\"3\"").expectStatus().isNotFound();
        var history =
                body(shop.as(staff).get().uri(path + "/history").exchange()).path("items");
        assertThat(history)
                .extracting(it -> it.path("action").asString())
                .containsExactly("DELETED", "REVISED", "ADDED");
        assertThat(history)
                .extracting(it -> it.path("reason").asString())
                .containsExactly("over", "better so", "a test");
        assertThat(history)
                .allSatisfy(it -> assertThat(it.path("actor").asString()).isNotBlank());
    }

    @Test
    void theSameKeyAddsOneRule() {
        var key = UUID.randomUUID().toString();
        var rule = rule("PIN", List.of(word), List.of(other));

        assertThat(body(add(key, rule).expectStatus().isCreated()).path("ruleId"))
                .isEqualTo(body(add(key, rule).expectStatus().isCreated()).path("ruleId"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'kind': 'PIN', 'phrases': ['a'], 'reason': 'r'}",
                "{'kind': 'PIN', 'phrases': ['a'], 'productIds': ['p'], 'target': '/a', 'reason': 'r'}",
                "{'kind': 'SYNONYM', 'phrases': ['a'], 'reason': 'r'}",
                "{'kind': 'REDIRECT', 'phrases': ['a'], 'reason': 'r'}",
                "{'kind': 'REDIRECT', 'phrases': ['a'], 'target': '//elsewhere.example', 'reason': 'r'}",
                "{'kind': 'REDIRECT', 'phrases': ['a'], 'target': 'https://elsewhere.example', 'reason': 'r'}",
                "{'kind': 'BURY', 'phrases': ['\\u3000'], 'productIds': ['p'], 'reason': 'r'}",
                "{'kind': 'BURY', 'phrases': [], 'productIds': ['p'], 'reason': 'r'}",
                "{'kind': 'BURY', 'phrases': ['a'], 'productIds': ['p'], 'from': '2026-01-02T00:00:00Z',"
                        + " 'until': '2026-01-01T00:00:00Z', 'reason': 'r'}",
                "{'kind': 'BURY', 'phrases': ['a'], 'productIds': ['p']}"
            })
    void whatMakesNoSenseIsRefused(String rule) {
        shop.as(staff)
                .post()
                .uri(RULES)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .body(rule.replace('\'', '"'))
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    private void becomes(String text, String... ids) {
        await().untilAsserted(() ->
                assertThat(idsOf(search("q", text, "category", category))).containsExactly(ids));
    }

    private static Map<String, Object> rule(String kind, List<String> phrases, List<String> productIds) {
        return new HashMap<>(Map.of("kind", kind, "phrases", phrases, "productIds", productIds, "reason", "a test"));
    }

    private ResponseSpec add(Map<String, Object> rule) {
        return add(UUID.randomUUID().toString(), rule).expectStatus().isCreated();
    }

    private ResponseSpec add(String key, Map<String, Object> rule) {
        return shop.as(staff)
                .post()
                .uri(RULES)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .body(rule)
                .exchange();
    }

    private ResponseSpec revise(String path, @Nullable String version) {
        var request = shop.as(staff).put().uri(path);
        if (version != null) {
            request.header("If-Match", version);
        }
        var rule = rule("BURY", List.of(word), List.of(first));
        rule.put("reason", "better so");
        return request.contentType(MediaType.APPLICATION_JSON).body(rule).exchange();
    }

    private ResponseSpec delete(String path, String version) {
        return shop.as(staff)
                .delete()
                .uri(path + "?reason=over")
                .header("If-Match", version)
                .exchange();
    }

    private static JsonNode body(ResponseSpec answer) {
        return JsonMapper.shared().readTree(answer.returnResult(byte[].class).getResponseBodyContent());
    }
}
