package com.ecom.test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.ecom.test.TestIssuer.Bearer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A key, an effect, an answer: on a real database and over real HTTP. */
@ServiceTest
class IdempotencyIT {

    private static final int KEYS = 50;
    /** The full size is 200: {@code -Decom.test.repeats=200}. */
    private static final int REPEATS = Integer.getInteger("ecom.test.repeats", 20);

    @Autowired
    Shop shop;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource connections;

    private final Bearer customer = TestIssuer.customer();
    private final String sku = "I-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void aKeyHasOneEffectAndOneAnswerHoweverOftenAndHoweverSimultaneouslyItComes() throws Exception {
        var keys = IntStream.range(0, KEYS).mapToObj(_ -> newKey()).toList();
        var posts = new ArrayList<Callable<Answer>>();
        keys.forEach(key -> posts.addAll(Collections.nCopies(REPEATS, () -> patiently(key, letter(1)))));
        Collections.shuffle(posts, new java.util.Random(7));

        try (var pool = Executors.newFixedThreadPool(50)) {
            var answers =
                    pool.invokeAll(posts).stream().map(it -> it.resultNow()).toList();

            assertThat(answers).extracting(Answer::status).containsOnly(200);
            var byKey = answers.stream().collect(groupingBy(Answer::key));
            assertThat(byKey).hasSize(KEYS).allSatisfy((_, same) -> {
                assertThat(same.stream().map(Answer::body).collect(toSet())).hasSize(1);
                assertThat(same.stream().filter(it -> !it.replayed())).hasSize(1);
            });
        }
        assertThat(effects()).isEqualTo(KEYS);
        keys.forEach(key -> assertThat(post(key, letter(2)).status()).isEqualTo(422));
        assertThat(effects()).isEqualTo(KEYS);
    }

    @Test
    void aFailedRequestLeavesNeitherKeyNorEffectAndIsNeverReplayed() {
        var key = newKey();

        assertThat(post(key, letter(-1)).status()).isEqualTo(500);
        assertThat(effects()).isZero();

        var again = post(key, letter(1));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.replayed()).isFalse();
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void aCrashInTheMiddleLeavesNeitherKeyNorEffect() throws SQLException {
        var key = newKey();
        var dying = connections.getConnection();
        dying.setAutoCommit(false);
        claim(dying, key);
        kill(dying);
        assertThatExceptionOfType(SQLException.class).isThrownBy(dying::close);

        assertThat(post(key, letter(1)).replayed()).isFalse();
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void aTwinThatTakesTooLongIsNotWaitedForForever() throws SQLException {
        var key = newKey();
        try (var slow = connections.getConnection()) {
            slow.setAutoCommit(false);
            claim(slow, key);

            var began = System.nanoTime();
            var answer = post(key, letter(1));

            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .isBetween(Duration.ofSeconds(4), Duration.ofSeconds(9));
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.body()).contains("STILL_UNDER_WAY");
            assertThat(answer.retryAfter()).isEqualTo("1");
            slow.rollback();
        }
        assertThat(post(key, letter(1)).status()).isEqualTo(200);
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void theSameKeyOfSomebodyElseIsAnotherKey() {
        var key = newKey();

        post(key, letter(1));
        var other = post(shop.as(TestIssuer.customer()), key, letter(1));

        assertThat(other.replayed()).isFalse();
        assertThat(effects()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "semi;colon"})
    void saysWhatAKeyMustLookLike(String key) {
        var answer = post(key, letter(1));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("IDEMPOTENCY_KEY_MISSING");
        assertThat(effects()).isZero();
    }

    private Answer post(String key, String body) {
        return post(shop.as(customer), key, body);
    }

    /** As a client does that is told to come again when the service is busy. */
    private Answer patiently(String key, String body) {
        return await().until(() -> post(key, body), it -> it.retryAfter() == null);
    }

    private static Answer post(RestTestClient caller, String key, String body) {
        var result = caller.post()
                .uri("/api/orders")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .returnResult(byte[].class);
        return new Answer(
                key,
                result.getStatus().value(),
                "true".equals(result.getResponseHeaders().getFirst("Idempotency-Replayed")),
                result.getResponseHeaders().getFirst("Retry-After"),
                new String(result.getResponseBodyContent(), UTF_8));
    }

    private String letter(int available) {
        return "{\"sku\": \"%s\", \"available\": %d}".formatted(sku, available);
    }

    private long effects() {
        return jdbc.sql("select coalesce(max(version), 0) from author where sku = ?")
                .param(sku)
                .query(Long.class)
                .single();
    }

    private void claim(Connection connection, String key) throws SQLException {
        try (var claim = connection.prepareStatement("""
                insert into idempotency_key (caller, operation, value, request_hash)
                values (?, 'POST /api/orders', ?, repeat('0', 64))
                """)) {
            claim.setString(1, customer.id().toString());
            claim.setString(2, key);
            claim.executeUpdate();
        }
    }

    private void kill(Connection connection) throws SQLException {
        try (var asking = connection.createStatement();
                var id = asking.executeQuery("select connection_id()")) {
            id.next();
            jdbc.sql("kill " + id.getLong(1)).update();
        }
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    private record Answer(
            String key,
            int status,
            boolean replayed,
            @Nullable String retryAfter,
            String body) {}
}
