package com.ecom.auth.passwordchange;

import static com.ecom.auth.AuthClient.PASSWORD;
import static com.ecom.auth.AuthClient.granted;
import static com.ecom.auth.AuthClient.newEmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.auth.AuthClient;
import com.ecom.auth.AuthClient.Granted;
import com.ecom.auth.secrets.Secret;
import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.test.MailKeys;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import com.ecom.test.TestBroker;
import com.ecom.test.TestIssuer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest
class PasswordIT {

    private static final String ANOTHER = "a quite different one";

    @Autowired
    Shop shop;

    @Autowired
    TestBroker broker;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    String email;
    AuthClient auth;
    Granted first;

    @BeforeEach
    void signUp() {
        auth = new AuthClient(shop);
        email = newEmail();
        first = auth.signUp(email);
    }

    /** Wherever an operator or another service looks. */
    @Test
    void whatAMailBringsIsNowhereInTheClear() {
        auth.post("password-reset", Map.of("email", email)).expectStatus().isAccepted();
        var token = mailed("auth.password-reset-requested.v1");

        assertThat(broker.published("auth.mails", accountId()))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.data()).doesNotContain(token));
        for (var state : List.of("NEW", "SENT", "PARKED")) {
            assertThat(shop.as(TestIssuer.bearer(Role.OPERATOR))
                            .get()
                            .uri("/ops/outbox?size=100&topic=auth.mails&key=%s&state=%s".formatted(accountId(), state))
                            .exchange()
                            .returnResult(String.class)
                            .toString())
                    .doesNotContain(token);
        }
        assertThat(jdbc.sql("select payload from outbox_event")
                        .query(String.class)
                        .list())
                .noneMatch(it -> it.contains(token));
    }

    @Test
    void refusesTheMostCommonPasswords() {
        auth.post(first, "password", Map.of("currentPassword", PASSWORD, "newPassword", "Password1"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("PASSWORD_TOO_COMMON");
        auth.post("signup", Map.of("email", newEmail(), "password", "Password1"))
                .expectStatus()
                .isBadRequest();
        logIn(PASSWORD, 200);
    }

    @Test
    void aLogInBringsAnOldHashToTodaysCost() {
        jdbc.sql("update account set password_hash = :hash where email = :email")
                .param("hash", "{argon2}" + new Argon2PasswordEncoder(16, 32, 1, 4_096, 1).encode(PASSWORD))
                .param("email", email)
                .update();

        logIn("not the password", 401);
        assertThat(hash()).contains("m=4096,t=1");
        logIn(PASSWORD, 200);
        assertThat(hash()).contains("m=19456,t=2");
        logIn(PASSWORD, 200);
    }

    private String hash() {
        return jdbc.sql("select password_hash from account where email = :email")
                .param("email", email)
                .query(String.class)
                .single();
    }

    @Test
    void aChangeEndsAllSessionsButTheNewOneOfItsCaller() {
        var elsewhere = auth.logIn(email);
        var now = granted(
                auth.post(first, "password", Map.of("currentPassword", PASSWORD, "newPassword", ANOTHER)),
                HttpStatus.OK);

        for (var ended : List.of(first, elsewhere)) {
            auth.tryToRefresh(ended).expectStatus().isUnauthorized();
            auth.as(ended)
                    .get()
                    .uri("/api/auth/sessions")
                    .exchange()
                    .expectStatus()
                    .isUnauthorized();
        }
        auth.as(now).get().uri("/api/auth/sessions").exchange().expectStatus().isOk();
        logIn(PASSWORD, 401);
        logIn(ANOTHER, 200);
        await().untilAsserted(() -> {
            assertThat(broker.published("auth.revocations", accountId(), "auth.account-revoked.v1"))
                    .extracting(it -> it.path("reason").asString())
                    .containsExactly("PASSWORD_CHANGED");
            assertThat(broker.published("auth.mails", accountId(), "auth.security-notice.v1"))
                    .extracting(it -> it.path("notice").asString())
                    .containsExactly("PASSWORD_CHANGED");
        });
    }

    @Test
    void aWrongPasswordChangesNothing() {
        auth.post(first, "password", Map.of("currentPassword", "a wrong one", "newPassword", ANOTHER))
                .expectStatus()
                .isUnauthorized();

        logIn(PASSWORD, 200);
    }

    @Test
    void aMailedTokenSetsANewPasswordOnceAndEndsAllSessions() {
        askToReset(email);
        var token = mailed("auth.password-reset-requested.v1");

        reset(token, ANOTHER, 204);
        reset(token, "yet another one", 400);

        logIn(PASSWORD, 401);
        logIn(ANOTHER, 200);
        auth.tryToRefresh(first).expectStatus().isUnauthorized();
        assertThat(isVerified()).isTrue();
    }

    @Test
    void oneOfManyWhoPresentATokenAtOnceResetsThePassword() throws Exception {
        askToReset(email);
        var token = mailed("auth.password-reset-requested.v1");
        try (var pool = Executors.newFixedThreadPool(4)) {
            var answers = pool.invokeAll(Collections.nCopies(4, () -> tryToReset(token, ANOTHER)));
            assertThat(answers).extracting(it -> it.get()).containsExactlyInAnyOrder(204, 400, 400, 400);
        }
    }

    @Test
    void aTokenEndsAfterTenMinutesAndWorksForNothingElse() {
        askToReset(email);
        var token = mailed("auth.password-reset-requested.v1");
        auth.post("email-verification/confirmation", Map.of("token", token))
                .expectStatus()
                .isBadRequest();
        jdbc.sql("update mail_token set expires_at = expires_at - interval 10 minute where hash = ?")
                .param(Secret.hashOf(token))
                .update();

        reset(token, ANOTHER, 400);
    }

    @Test
    void keepsOnlyTheHashOfWhatItMails() {
        askToReset(email);
        var token = mailed("auth.password-reset-requested.v1");

        assertThat(jdbc.sql("select count(*) from mail_token where hash = ?")
                        .param(token)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** The answer reveals neither by words nor by time whether there is an account: it was not looked up yet. */
    @Test
    void answersARequestToResetBeforeAnybodyLooksForTheAccount() {
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("select id from account where email = ? for update")
                    .param(email)
                    .query(String.class)
                    .single();

            askToReset(email);
            askToReset(newEmail());
        });
    }

    @Test
    void aMailedTokenVerifiesTheAddress() {
        var token = mailed("auth.email-verification-requested.v1");
        assertThat(isVerified()).isFalse();

        auth.post("email-verification/confirmation", Map.of("token", token))
                .expectStatus()
                .isNoContent();
        auth.post("email-verification/confirmation", Map.of("token", token))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("MAIL_TOKEN_INVALID");

        assertThat(isVerified()).isTrue();
    }

    @Test
    void verificationIsMailedAgainButNotEverySecondAndOnlyTheNewestCounts() {
        var token = mailed("auth.email-verification-requested.v1");
        auth.post(first, "email-verification", "").expectStatus().isAccepted();
        jdbc.sql("update mail_token set issued_at = issued_at - interval 2 minute where account_id = ?")
                .param(accountId())
                .update();
        auth.post(first, "email-verification", "").expectStatus().isAccepted();

        await().until(() -> broker.published("auth.mails", accountId(), "auth.email-verification-requested.v1")
                        .size()
                == 2);
        auth.post("email-verification/confirmation", Map.of("token", token))
                .expectStatus()
                .isBadRequest();
    }

    private void askToReset(String address) {
        auth.post("password-reset", Map.of("email", address)).expectStatus().isAccepted();
    }

    private void reset(String token, String wanted, int expected) {
        assertThat(tryToReset(token, wanted)).isEqualTo(expected);
    }

    private int tryToReset(String token, String wanted) {
        return auth.post("password-reset/confirmation", Map.of("token", token, "newPassword", wanted))
                .returnResult()
                .getStatus()
                .value();
    }

    private void logIn(String password, int expected) {
        auth.post("login", Map.of("email", email, "password", password))
                .expectStatus()
                .isEqualTo(expected);
    }

    private String mailed(String type) {
        return MailKeys.open(await().until(() -> broker.published("auth.mails", accountId(), type), it -> !it.isEmpty())
                .getLast()
                .path("sealedToken")
                .asString());
    }

    private boolean isVerified() {
        return jdbc.sql("select email_verified_at is not null from account where email = ?")
                .param(email)
                .query(Boolean.class)
                .single();
    }

    private String accountId() {
        return first.userId().toString();
    }
}
