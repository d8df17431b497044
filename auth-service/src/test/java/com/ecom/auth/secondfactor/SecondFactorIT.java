package com.ecom.auth.secondfactor;

import static com.ecom.auth.AuthClient.PASSWORD;
import static com.ecom.auth.AuthClient.granted;
import static com.ecom.auth.AuthClient.newEmail;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.auth.AuthClient;
import com.ecom.auth.AuthClient.Granted;
import com.ecom.auth.secrets.KeySeal;
import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@ServiceTest
class SecondFactorIT {

    @Autowired
    Shop shop;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    KeySeal seal;

    String email;
    AuthClient auth;
    Granted first;

    @BeforeEach
    void signUp() {
        auth = new AuthClient(shop);
        email = newEmail();
        first = auth.signUp(email);
    }

    @Test
    void fromItsConfirmationOnALoginNeedsTheCode() {
        setUp();

        refused(logIn(PASSWORD, null), 401, "SECOND_FACTOR_NEEDED");
        refused(logIn(PASSWORD, "000000"), 401, "SECOND_FACTOR_WRONG");
        refused(logIn("not the password", code()), 401, "INVALID_CREDENTIALS");
        granted(logIn(PASSWORD, code()), HttpStatus.OK);
    }

    @Test
    void nothingIsAskedForBeforeItWasConfirmed() {
        propose();
        auth.post(first, "second-factor/confirmation", Map.of("code", "000000"))
                .expectStatus()
                .isUnauthorized();

        granted(logIn(PASSWORD, null), HttpStatus.OK);
    }

    @Test
    void aCodeWorksOnceHoweverManyPresentIt() throws Exception {
        setUp();
        var code = code();
        try (var pool = Executors.newFixedThreadPool(4)) {
            var answers = pool.invokeAll(Collections.nCopies(
                    4, () -> logIn(PASSWORD, code).returnResult().getStatus().value()));
            assertThat(answers).extracting(it -> it.get()).containsExactlyInAnyOrder(200, 401, 401, 401);
        }
    }

    @Test
    void aRecoveryCodeTakesItsPlaceOnce() {
        var recovery = setUp().recoveryCodes();
        assertThat(recovery).hasSize(10).doesNotHaveDuplicates();

        granted(logIn(PASSWORD, recovery.getFirst()), HttpStatus.OK);
        refused(logIn(PASSWORD, recovery.getFirst()), 401, "SECOND_FACTOR_WRONG");
        granted(logIn(PASSWORD, recovery.getLast()), HttpStatus.OK);
    }

    @Test
    void guessingTheCodeGetsSlow() {
        setUp();
        for (int i = 0; i < 5; i++) {
            refused(logIn(PASSWORD, "00000" + i), 401, "SECOND_FACTOR_WRONG");
        }
        refused(logIn(PASSWORD, "000009"), 429, "TOO_MANY_ATTEMPTS");
    }

    @Test
    void anOpenSessionAloneSetsUpNoSecondFactor() {
        auth.post(first, "second-factor", Map.of("password", "not the password"))
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void earlierSessionsEndForTheyWereOpenedWithoutIt() {
        var confirmed = setUp();

        auth.tryToRefresh(first).expectStatus().isUnauthorized();
        auth.refresh(confirmed.grant());
    }

    @Test
    void isRemovedOnlyWithPasswordAndCode() {
        var grant = setUp().grant();

        refused(remove(grant, "not the password", code()), 401, "INVALID_CREDENTIALS");
        refused(remove(grant, PASSWORD, "000000"), 401, "SECOND_FACTOR_WRONG");
        granted(remove(grant, PASSWORD, code()), HttpStatus.OK);
        granted(logIn(PASSWORD, null), HttpStatus.OK);
    }

    @Test
    void aNewPasswordNeedsTheSecondFactorToo() {
        var grant = setUp().grant();

        refused(
                change(grant, Map.of("currentPassword", PASSWORD, "newPassword", "yet another one")),
                401,
                "SECOND_FACTOR_NEEDED");
        refused(
                change(grant, Map.of("currentPassword", PASSWORD, "newPassword", "yet another one", "code", "000000")),
                401,
                "SECOND_FACTOR_WRONG");
        granted(
                change(grant, Map.of("currentPassword", PASSWORD, "newPassword", "yet another one", "code", code())),
                HttpStatus.OK);
    }

    private ResponseSpec change(Granted granted, Map<String, String> asked) {
        return auth.post(granted, "password", asked);
    }

    @Test
    void keepsTheSecretSealed() {
        setUp();
        var kept = jdbc.sql("select sealed_secret from second_factor where account_id = ?")
                .param(first.userId().toString())
                .query(byte[].class)
                .single();

        assertThat(new String(kept, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(secret(), StandardCharsets.ISO_8859_1));
    }

    @Test
    void aStaffRoleHasNoEffectBeforeThereIsASecondFactor() {
        jdbc.sql("update account set roles = 'CUSTOMER,SUPPORT' where email = ?")
                .param(email)
                .update();
        var without = granted(logIn(PASSWORD, null), HttpStatus.OK);
        assertThat(rolesOf(without)).containsExactly(Role.CUSTOMER.name());

        first = without;
        var with = setUp().grant();

        assertThat(rolesOf(with)).containsExactlyInAnyOrder(Role.CUSTOMER.name(), Role.SUPPORT.name());
        assertThat(rolesOf(auth.refresh(with))).contains(Role.SUPPORT.name());
        refused(remove(with, PASSWORD, code()), 409, "SECOND_FACTOR_REQUIRED");
    }

    private Confirmed setUp() {
        propose();
        var confirmed = auth.post(first, "second-factor/confirmation", Map.of("code", codeAt(Instant.now())))
                .expectStatus()
                .isOk()
                .expectBody(Confirmed.class)
                .returnResult()
                .getResponseBody();
        return Objects.requireNonNull(confirmed);
    }

    private void propose() {
        auth.post(first, "second-factor", Map.of("password", PASSWORD))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.uri")
                .value(it -> assertThat(String.valueOf(it)).startsWith("otpauth://totp/Ecom:"));
    }

    private ResponseSpec logIn(String password, @org.jspecify.annotations.Nullable String code) {
        return auth.post(
                "login",
                code == null
                        ? Map.of("email", email, "password", password)
                        : Map.of("email", email, "password", password, "code", code));
    }

    private ResponseSpec remove(Granted granted, String password, String code) {
        return auth.post(granted, "second-factor/removal", Map.of("password", password, "code", code));
    }

    private static void refused(ResponseSpec answer, int status, String code) {
        answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
    }

    /** The next code that was not used yet: earlier ones count no more. */
    private String code() {
        return codeAt(Instant.now().plus(Totp.STEP));
    }

    private String codeAt(Instant time) {
        return Totp.codeAt(secret(), time);
    }

    /** As the authenticator app knows it. */
    private byte[] secret() {
        var id = first.userId();
        return seal.open(
                "second-factor:" + id,
                jdbc.sql("select sealed_secret from second_factor where account_id = ?")
                        .param(id.toString())
                        .query(byte[].class)
                        .single());
    }

    private Set<String> rolesOf(Granted granted) {
        return Set.copyOf(auth.read(granted.accessToken()).getClaimAsStringList("roles"));
    }

    record Confirmed(List<String> recoveryCodes, Granted grant) {}
}
