package com.ecom.test;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.test.TestIssuer.Bearer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** What holds wherever everything that a service owns can be published again. */
@ServiceTest
public abstract class RepublishContract {

    private final Bearer operator = TestIssuer.bearer(Role.OPERATOR);
    private final String path;
    private final String topic;
    private final String type;

    @Autowired
    protected Shop shop;

    @Autowired
    protected TestBroker broker;

    /** @param name as in {@code /ops/<name>/republish} */
    protected RepublishContract(String name, String topic, String type) {
        this.path = "/ops/" + name + "/republish";
        this.topic = topic;
        this.type = type;
    }

    /** Makes one more thing and returns the key of its events. */
    protected abstract String make();

    @Test
    void publishesHowEachThingStandsOnceMoreAndSaysHowFarItIs() {
        var one = made();
        var other = made();
        var before = broker.published(topic, one, type).getLast();

        republish(UUID.randomUUID().toString(), false).expectStatus().isOk();

        await().until(() -> count(one) == 2 && count(other) == 2);
        assertThat(broker.published(topic, one, type).getLast()).isEqualTo(before);
        await().untilAsserted(() -> {
            var newest = newest();
            assertThat(newest.path("published").asLong()).isGreaterThanOrEqualTo(2);
            assertThat(newest.has("finishedAt")).isTrue();
        });
    }

    @Test
    void theSameKeyDoesItOnce() {
        var one = made();
        var key = UUID.randomUUID().toString();
        republish(key, false).expectStatus().isOk();
        await().until(() -> count(one) == 2);

        republish(key, false).expectStatus().isOk();
        republish(UUID.randomUUID().toString(), false).expectStatus().isOk();

        await().until(() -> count(one) >= 3);
        assertThat(count(one)).isEqualTo(3);
    }

    @Test
    void aDryRunOnlyCounts() {
        made();
        var answer = body(republish(UUID.randomUUID().toString(), true));
        assertThat(answer.path("affected").asLong()).isPositive();
        assertThat(answer.path("dryRun").asBoolean()).isTrue();
    }

    private String made() {
        var key = make();
        await().until(() -> count(key) == 1);
        return key;
    }

    private int count(String key) {
        return broker.published(topic, key, type).size();
    }

    private ResponseSpec republish(String key, boolean dryRun) {
        return shop.as(operator)
                .post()
                .uri(path)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("reason", "the index was lost", "dryRun", dryRun))
                .exchange();
    }

    private JsonNode newest() {
        return body(shop.as(operator).get().uri(path).exchange()).path("items").path(0);
    }

    private static JsonNode body(ResponseSpec answer) {
        return requireNonNull(answer.expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody());
    }
}
