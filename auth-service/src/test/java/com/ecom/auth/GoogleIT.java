package com.ecom.auth;

import static com.ecom.auth.AuthClient.PASSWORD;
import static com.ecom.auth.AuthClient.granted;
import static com.ecom.auth.AuthClient.newEmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import com.ecom.test.TestBroker;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/** With a real OpenID provider in Google's place. */
@ServiceTest
class GoogleIT {

    private static final MockOAuth2Server PROVIDER = new MockOAuth2Server();
    private static final String ISSUER = "google";
    private static final String CLIENT = "shop-client";

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry registry) {
        PROVIDER.start();
        registry.add("ecom.auth.google.issuer", () -> PROVIDER.issuerUrl(ISSUER).toString());
        registry.add("ecom.auth.google.client-id", () -> CLIENT);
        registry.add("ecom.auth.google.client-secret", () -> "only for tests");
        registry.add("ecom.auth.google.redirect-uri", () -> "https://shop.example/account/google");
    }

    @Autowired
    Shop shop;

    @Autowired
    TestBroker broker;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    @Autowired
    SecondFactors factors;

    private final String subject = UUID.randomUUID().toString();
    private final String email = newEmail();
    private AuthClient auth;

    @BeforeEach
    void connect() {
        auth = new AuthClient(shop);
    }

    @Test
    void whoeverComesForTheFirstTimeGetsAnAccountWithAVerifiedAddress() {
        var granted = granted(signIn(email, true), HttpStatus.OK);

        var account = accounts.with(new Email(email)).orElseThrow();
        assertThat(account.id()).isEqualTo(granted.userId());
        assertThat(account.emailVerified()).isTrue();
        await().untilAsserted(() -> assertThat(
                        broker.published("user.events", granted.userId().toString(), "user.registered.v1"))
                .hasSize(1));
    }

    @Test
    void comesBackToTheSameAccountEvenWithAnotherAddress() {
        var first = granted(signIn(email, true), HttpStatus.OK);
        var second = granted(signIn(newEmail(), true), HttpStatus.OK);

        assertThat(second.userId()).isEqualTo(first.userId());
    }

    @Test
    void aVerifiedAddressLeadsToItsAccountAndTheOwnerHearsOfIt() {
        var owner = auth.signUp(email);
        accounts.verifyEmail(owner.userId());

        assertThat(granted(signIn(email, true), HttpStatus.OK).userId()).isEqualTo(owner.userId());
        await().untilAsserted(() -> assertThat(
                        broker.published("auth.mails", owner.userId().toString(), "auth.security-notice.v1"))
                .extracting(it -> it.path("notice").asString())
                .containsExactly("GOOGLE_LINKED"));
    }

    @Test
    void nobodyIsLedIntoAnAccountThatSomebodyElseMayHaveOpenedWithTheirAddress() {
        auth.signUp(email);

        refused(signIn(email, true), 409, "ACCOUNT_NOT_VERIFIED");
        assertThat(linksOf(subject)).isZero();
    }

    @Test
    void anAddressThatGoogleDidNotVerifyLeadsNowhere() {
        var owner = auth.signUp(email);
        accounts.verifyEmail(owner.userId());

        refused(signIn(email, false), 403, "EMAIL_NOT_VERIFIED");
        refused(signIn(newEmail(), false), 403, "EMAIL_NOT_VERIFIED");
        assertThat(linksOf(subject)).isZero();
    }

    @Test
    void asksGoogleForACodeWithChallengeStateAndNonceOnly() {
        var query = UriComponentsBuilder.fromUriString(start().authorizationUrl)
                .build()
                .getQueryParams();

        assertThat(query.toSingleValueMap())
                .containsEntry("response_type", "code")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("client_id", CLIENT)
                .containsKeys("state", "nonce", "code_challenge");
        assertThat(query.toString()).doesNotContain("secret");
    }

    @Test
    void onlyTheBrowserThatBeganCanFinish() {
        var victim = start();
        var back = back(victim, email, true);

        refused(finish(back, start().attempt), 401, "SIGN_IN_FAILED");
        granted(exchange(back, victim.attempt), HttpStatus.OK);
    }

    @Test
    void nothingComesBackTwice() {
        var begun = start();
        var back = back(begun, email, true);
        granted(exchange(back, begun.attempt), HttpStatus.OK);

        refused(finish(back, begun.attempt), 401, "SIGN_IN_FAILED");
    }

    @Test
    void believesNoTokenThatAnswersAnotherQuestion() {
        var begun = start();
        var back = back(begun, email, true);
        change("nonce", back);

        refused(exchange(back, begun.attempt), 401, "SIGN_IN_FAILED");
    }

    @Test
    void getsNothingForACodeWithoutTheSecretThatItWasAskedForWith() {
        var begun = start();
        var back = back(begun, email, true);
        change("verifier", back);
        refused(exchange(back, begun.attempt), 401, "SIGN_IN_FAILED");

        assertThat(accounts.with(new Email(email))).isEmpty();
    }

    private void change(String column, Back back) {
        jdbc.sql("update sign_in_attempt set %s = :other where state_hash = :state".formatted(column))
                .param("other", Secret.fresh())
                .param("state", Secret.hashOf(back.state))
                .update();
    }

    @Test
    void believesNoTokenForSomebodyElse() {
        var begun = start();
        var back = back(begun, "another-client", email, true);

        refused(exchange(back, begun.attempt), 401, "SIGN_IN_FAILED");
    }

    @Test
    void anAttemptEndsAfterTenMinutes() {
        var begun = start();
        var back = back(begun, email, true);
        jdbc.sql("update sign_in_attempt set expires_at = expires_at - interval 10 minute where state_hash = ?")
                .param(Secret.hashOf(back.state))
                .update();

        refused(finish(back, begun.attempt), 401, "SIGN_IN_FAILED");
    }

    @Test
    void theSecondFactorIsAskedForHereAndMayFollowInTheSameAttempt() {
        var owner = auth.signUp(email);
        accounts.verifyEmail(owner.userId());
        var secret = Secret.bytes(Totp.SECRET_BYTES);
        factors.propose(owner.userId(), secret);
        factors.confirm(owner.userId(), List.of());
        var begun = start();
        var back = back(begun, email, true);

        refused(exchange(back, begun.attempt), 401, "SECOND_FACTOR_NEEDED");
        refused(finish(back, begun.attempt, "000000"), 401, "SECOND_FACTOR_WRONG");
        granted(finish(back, begun.attempt, Totp.codeAt(secret, Instant.now())), HttpStatus.OK);
        refused(finish(back, begun.attempt, Totp.codeAt(secret, Instant.now().plus(Totp.STEP))), 401, "SIGN_IN_FAILED");
    }

    @Test
    void whoeverCameByGoogleAloneHasNoPasswordToGuess() {
        granted(signIn(email, true), HttpStatus.OK);

        refused(auth.post("login", Map.of("email", email, "password", PASSWORD)), 401, "INVALID_CREDENTIALS");
    }

    private ResponseSpec signIn(String address, boolean verified) {
        var begun = start();
        return exchange(back(begun, address, verified), begun.attempt);
    }

    private Start start() {
        var begun = auth.post("google/start", "")
                .expectStatus()
                .isOk()
                .expectBody(Start.class)
                .returnResult()
                .getResponseBody();
        return Objects.requireNonNull(begun);
    }

    private Back back(Start begun, String address, boolean verified) {
        return back(begun, CLIENT, address, verified);
    }

    /** Follows the browser to the provider, where this subject agrees, and back. */
    private Back back(Start begun, String audience, String address, boolean verified) {
        var word = new DefaultOAuth2TokenCallback(
                ISSUER,
                subject,
                "JWT",
                List.of(audience),
                Map.of("email", address, "email_verified", verified, "aud", audience),
                3600);
        try (var browser = HttpClient.newHttpClient()) {
            var answer = browser.send(
                    HttpRequest.newBuilder(URI.create(begun.authorizationUrl)).build(), BodyHandlers.discarding());
            var location = UriComponentsBuilder.fromUriString(
                            answer.headers().firstValue("Location").orElseThrow())
                    .build();
            assertThat(location.toUriString()).startsWith("https://shop.example/account/google?");
            var query = location.getQueryParams().toSingleValueMap();
            return new Back(
                    Objects.requireNonNull(query.get("code")), Objects.requireNonNull(query.get("state")), word);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Finishes, and the provider is asked. */
    private ResponseSpec exchange(Back back, String attempt) {
        PROVIDER.enqueueCallback(back.word);
        return finish(back, attempt);
    }

    private ResponseSpec finish(Back back, String attempt) {
        return auth.post("google/finish", Map.of("code", back.code, "state", back.state, "attempt", attempt));
    }

    private ResponseSpec finish(Back back, String attempt, String secondFactor) {
        var body = new HashMap<String, String>();
        body.put("code", back.code);
        body.put("state", back.state);
        body.put("attempt", attempt);
        body.put("secondFactor", secondFactor);
        return auth.post("google/finish", body);
    }

    private int linksOf(String somebody) {
        return jdbc.sql("select count(*) from external_identity where subject = ?")
                .param(somebody)
                .query(Integer.class)
                .single();
    }

    private static void refused(ResponseSpec answer, int status, String code) {
        var body = answer.expectStatus()
                .isEqualTo(status)
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        assertThat(Objects.requireNonNull(body).path("code").asString()).isEqualTo(code);
    }

    record Start(String authorizationUrl, String attempt) {}

    /** @param word what the provider says about the subject when the code is exchanged */
    private record Back(String code, String state, DefaultOAuth2TokenCallback word) {}
}
