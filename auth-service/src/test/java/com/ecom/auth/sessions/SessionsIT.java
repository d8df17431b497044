package com.ecom.auth.sessions;

import static com.ecom.auth.AuthClient.newEmail;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.auth.AuthClient;
import com.ecom.auth.AuthClient.Granted;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import com.ecom.test.TestIssuer;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.StatusAssertions;

@ServiceTest
class SessionsIT {

    @Autowired
    Shop shop;

    @Autowired
    JdbcClient jdbc;

    AuthClient auth;
    Granted first;

    @BeforeEach
    void logIn() {
        auth = new AuthClient(shop);
        first = auth.signUp(newEmail());
    }

    @Test
    void exchangesARefreshTokenForTheNextAndKeepsTheSession() {
        var second = auth.refresh(first);
        var third = auth.refresh(second);

        assertThat(third.refreshToken()).isNotEqualTo(second.refreshToken()).isNotEqualTo(first.refreshToken());
        assertThat(sessionOf(third)).isEqualTo(sessionOf(first));
        assertThat(third.userId()).isEqualTo(first.userId());
    }

    @Test
    void aTokenThatComesTwiceEndsTheSessionForBothWhoHaveIt() {
        var second = auth.refresh(first);
        var third = auth.refresh(second);
        makeOlder("refresh_token", "used_at", first);

        refuses(first);
        refuses(third);
        auth.validate(third).jsonPath("$.active").isEqualTo(false);
    }

    @Test
    void aTokenThatComesTwiceLateEndsTheSessionEvenIfItsSuccessorWasNeverUsed() {
        var second = auth.refresh(first);
        makeOlder("refresh_token", "used_at", first);

        refuses(first);
        refuses(second);
    }

    /** Two tabs that refresh at the same moment, or a client that lost our answer. */
    @Test
    void anImmediateRepeatReceivesTheSameToken() {
        var one = auth.refresh(first);
        var other = auth.refresh(first);

        assertThat(other.refreshToken()).isEqualTo(one.refreshToken());
        var next = auth.refresh(one);
        assertThat(auth.refresh(other).refreshToken()).isEqualTo(next.refreshToken());
        auth.validate(next).jsonPath("$.active").isEqualTo(true);
    }

    @Test
    void aRepeatAfterTheSuccessorWasUsedIsRefusedAndEndsNothing() {
        var second = auth.refresh(first);
        var third = auth.refresh(second);

        refuses(first);
        auth.refresh(third);
    }

    @Test
    void simultaneousExchangesLeaveOneFreshTokenThatAllHave() throws Exception {
        Callable<Granted> exchange = () -> auth.refresh(first);
        try (var pool = Executors.newFixedThreadPool(8)) {
            var given = new java.util.HashSet<String>();
            for (var answer : pool.invokeAll(Collections.nCopies(8, exchange))) {
                given.add(java.util.Objects.requireNonNull(answer.get().refreshToken()));
            }
            assertThat(given).hasSize(1);
        }
        assertThat(jdbc.sql("""
                        select count(*) from refresh_token
                        where session_id = :session and used_at is null and superseded_at is null
                        """)
                        .param("session", sessionOf(first))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aSessionEndsHoweverMuchItIsUsed() {
        makeOlder("login_session", "expires_at", first);

        refuses(first);
        auth.validate(first).jsonPath("$.active").isEqualTo(false);
    }

    @Test
    void aTokenThatWasNotUsedInTimeIsRefusedWithoutSuspicion() {
        var other = auth.refresh(first);
        makeOlder("refresh_token", "expires_at", other);

        refuses(other);
        auth.validate(other).jsonPath("$.active").isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"refreshToken\":null}", "{\"refreshToken\":\"' or 1=1 --\"}", "{\"refreshToken\":7}"})
    void refusesWhatIsNoRefreshToken(String body) {
        shop.anonymously()
                .post()
                .uri("/api/auth/refresh")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void refusesATokenThatWasNeverIssued() {
        auth.post("refresh", Map.of("refreshToken", RefreshToken.fresh().value()))
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("REFRESH_TOKEN_INVALID");
    }

    @Test
    void loggingOutEndsTheSessionAtOnceAndCanBeRepeated() {
        logOut(first, Map.of());
        logOut(first, Map.of());

        refuses(first);
        auth.validate(first)
                .jsonPath("$.active")
                .isEqualTo(false)
                .jsonPath("$.subject")
                .doesNotExist();
    }

    @Test
    void aRefreshTokenIsEnoughToLogOutWithWhenTheAccessTokenHasExpired() {
        logOutWithout(Map.of("refreshToken", String.valueOf(first.refreshToken())), 204);
        logOutWithout(Map.of("refreshToken", String.valueOf(first.refreshToken())), 204);

        refuses(first);
        auth.validate(first).jsonPath("$.active").isEqualTo(false);
    }

    static Stream<String> deadTokens() {
        return Stream.of(
                "not-a-token",
                "not a token",
                TestIssuer.token(it -> it.expirationTime(Date.from(Instant.now().minusSeconds(600)))),
                TestIssuer.token(it -> it.audience("elsewhere")));
    }

    @ParameterizedTest
    @MethodSource("deadTokens")
    void aDeadTokenThatIsSentAlongKeepsNobodyFromGoingOnOrLeaving(String dead) {
        withDead(dead, "refresh", first.refreshToken()).isEqualTo(200);
        withDead(dead, "logout", first.refreshToken()).isEqualTo(204);

        refuses(first);
        shop.withToken(dead)
                .get()
                .uri("/api/auth/jwks")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void theTokenOfAnEndedSessionKeepsNobodyFromAnotherSession() {
        var other = auth.signUp(newEmail());
        logOut(first, Map.of("refreshToken", String.valueOf(first.refreshToken())));

        withDead(first.accessToken(), "refresh", other.refreshToken()).isEqualTo(200);
    }

    private StatusAssertions withDead(String token, String what, @Nullable String refreshToken) {
        return shop.withToken(token)
                .post()
                .uri("/api/auth/" + what)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("refreshToken", String.valueOf(refreshToken)))
                .exchange()
                .expectStatus();
    }

    @Test
    void aTokenThatWasNeverIssuedEndsNothing() {
        logOutWithout(Map.of("refreshToken", "0123456789012345678901234567890123456789012"), 204);
        logOutWithout(Map.of(), 400);
    }

    @Test
    void loggingOutEndsThatSessionOnly() {
        var other = auth.signUp(newEmail());
        logOut(first, Map.of("refreshToken", String.valueOf(other.refreshToken())));

        auth.refresh(other);
        refuses(first);
    }

    private void refuses(Granted granted) {
        auth.tryToRefresh(granted)
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("REFRESH_TOKEN_INVALID");
    }

    private void logOutWithout(Map<String, ?> body, int status) {
        auth.post("logout", body).expectStatus().isEqualTo(status);
    }

    private void logOut(Granted granted, Object body) {
        shop.withToken(auth.trusted(granted))
                .post()
                .uri("/api/auth/logout")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    private String sessionOf(Granted granted) {
        return auth.read(granted.accessToken()).getClaimAsString("sid");
    }

    private void makeOlder(String table, String column, Granted granted) {
        var id = table.equals("login_session")
                ? sessionOf(granted)
                : new RefreshToken(String.valueOf(granted.refreshToken())).hash();
        var changed = jdbc.sql("update %s set %s = %s - interval 40 day where %s = :id"
                        .formatted(table, column, column, table.equals("login_session") ? "id" : "hash"))
                .param("id", id)
                .update();
        assertThat(changed).isEqualTo(1);
    }
}
