package com.ecom.auth.throttling;

import static com.ecom.auth.AuthClient.PASSWORD;
import static com.ecom.auth.AuthClient.newEmail;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.ExchangeResult;

/** Guessing gets slow, and never for the rightful owner. */
@ServiceTest
class LoginThrottleIT {

    private static final AtomicInteger NETWORKS =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(1 << 16));

    @Autowired
    Shop shop;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    LoginAttempts attempts;

    String email;
    String home;
    String attacker;

    @BeforeEach
    void signUp() {
        email = newEmail();
        home = newNetwork();
        attacker = newNetwork();
        assertThat(post("signup", email, PASSWORD, home).getStatus().value()).isEqualTo(201);
    }

    @Test
    void theFirstFiveGuessesCostNoWaitingAndTheNextIsToldHowLong() {
        for (int i = 0; i < 5; i++) {
            assertThat(guess(email, attacker)).isEqualTo(401);
        }
        var refused = post("login", email, "another guess", attacker);

        assertThat(refused.getStatus().value()).isEqualTo(429);
        assertThat(refused.getResponseHeaders().getFirst(HttpHeaders.RETRY_AFTER))
                .isEqualTo("1");
        assertThat(new String(refused.getResponseBodyContent(), UTF_8)).contains("TOO_MANY_ATTEMPTS");
    }

    @Test
    void theWaitDoublesUpToAQuarterOfAnHour() {
        var scope = new LoginAttempts.Scope("any " + email, 2);
        assertThat(attempts.begin(scope)).isZero();
        assertThat(attempts.begin(scope)).isZero();
        for (long wait : new long[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900}) {
            assertThat(attempts.begin(scope)).isEqualTo(wait);
            letPass(scope);
            assertThat(attempts.begin(scope)).isZero();
        }
    }

    @Test
    void whereAllLookAlikeTheOwnerNeverWaitsLongerThanTenSeconds() {
        var scope = new LoginAttempts.Scope("password|" + email, 5, Duration.ofSeconds(10));
        for (int i = 0; i < 20; i++) {
            attempts.begin(scope);
            letPass(scope);
        }
        attempts.begin(scope);

        assertThat(attempts.begin(scope)).isLessThanOrEqualTo(10).isPositive();
        assertThat(guess(email, "127.0.0.1")).isEqualTo(429);
    }

    @Test
    void aStrangersGuessesDoNotKeepTheOwnerOut() {
        for (int i = 0; i < 8; i++) {
            guess(email, attacker);
        }

        assertThat(guess(email, attacker)).isEqualTo(429);
        assertThat(logIn(home)).isEqualTo(200);
        assertThat(logIn(newNetwork())).isEqualTo(200);
    }

    @Test
    void aFloodFromManyNetworksSlowsDownNewPlacesButNotWhereTheOwnerWas() {
        jdbc.sql("insert into login_attempts (scope, failures) values (?, 110)")
                .param(new LoginAttempts.Scope("password|everywhere|" + email, 100).hash())
                .update();

        assertThat(guess(email, newNetwork())).isEqualTo(401);
        assertThat(guess(email, newNetwork())).isEqualTo(429);
        assertThat(logIn(newNetwork())).isEqualTo(429);
        assertThat(logIn(home)).isEqualTo(200);
    }

    @Test
    void aNetworkThatTriesManyAccountsWaitsWhicheverItTries() {
        for (int i = 0; i < 50; i++) {
            attempts.begin(new LoginAttempts.Scope("password|network|" + attacker, 50));
        }

        assertThat(guess(newEmail(), attacker)).isEqualTo(429);
        assertThat(guess(newEmail(), newNetwork())).isEqualTo(401);
    }

    @Test
    void simultaneousGuessesCountEachForItself() throws Exception {
        try (var pool = Executors.newFixedThreadPool(12)) {
            var answers = pool.invokeAll(Collections.nCopies(12, () -> guess(email, attacker)));
            assertThat(answers)
                    .extracting(it -> it.get())
                    .filteredOn(it -> it.equals(401))
                    .hasSizeLessThanOrEqualTo(5);
        }
    }

    @Test
    void anUnknownAddressIsThrottledJustTheSame() {
        var nobody = newEmail();
        for (int i = 0; i < 5; i++) {
            assertThat(guess(nobody, attacker)).isEqualTo(401);
        }
        assertThat(guess(nobody, attacker)).isEqualTo(429);
    }

    @Test
    void aSuccessfulLogInResetsTheFailures() {
        for (int i = 0; i < 4; i++) {
            guess(email, attacker);
        }
        assertThat(logIn(attacker)).isEqualTo(200);
        for (int i = 0; i < 4; i++) {
            assertThat(guess(email, attacker)).isEqualTo(401);
        }
        assertThat(logIn(attacker)).isEqualTo(200);
    }

    @Test
    void oneNetworkCannotOpenAnyNumberOfAccounts() {
        for (int i = 0; i < 20; i++) {
            attempts.begin(new LoginAttempts.Scope("accounts|" + attacker, 20));
        }

        assertThat(post("signup", newEmail(), PASSWORD, attacker).getStatus().value())
                .isEqualTo(429);
    }

    private int guess(String address, String network) {
        return post("login", address, "a wrong guess", network).getStatus().value();
    }

    private int logIn(String network) {
        return post("login", email, PASSWORD, network).getStatus().value();
    }

    /** As the gateway passes it on. */
    private ExchangeResult post(String path, String address, String password, String network) {
        return shop.anonymously()
                .post()
                .uri("/api/auth/" + path)
                .header("X-Forwarded-For", network)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("email", address, "password", password))
                .exchange()
                .returnResult(byte[].class);
    }

    private void letPass(LoginAttempts.Scope scope) {
        jdbc.sql("update login_attempts set blocked_until = now(3) where scope = ?")
                .param(scope.hash())
                .update();
    }

    /** Of those that RFC 2544 keeps for tests. */
    private static String newNetwork() {
        var number = NETWORKS.incrementAndGet();
        return "198.%d.%d.%d".formatted(18 + (number >> 16 & 1), number >> 8 & 255, number & 255);
    }
}
