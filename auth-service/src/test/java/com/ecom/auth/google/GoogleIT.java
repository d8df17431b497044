package com.ecom.auth.google;

import static com.ecom.auth.AuthClient.PASSWORD;
import static com.ecom.auth.AuthClient.granted;
import static com.ecom.auth.AuthClient.newEmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.auth.accounts.Email;
import com.ecom.auth.secondfactor.SecondFactorFixture;
import com.ecom.auth.secrets.Secret;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.web.util.UriComponentsBuilder;

class GoogleIT extends GoogleScenario {

    @Test
    void theFirstLogInOpensAnAccountWithAVerifiedAddress() {
        var granted = granted(signIn(email, true), HttpStatus.OK);

        var account = accounts.findByEmail(new Email(email)).orElseThrow();
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
    void doesNotLinkAnAccountWithAnUnverifiedAddress() {
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
        var query = UriComponentsBuilder.fromUriString(start().authorizationUrl())
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

        refused(finish(back, start().attempt()), 401, "SIGN_IN_FAILED");
        granted(exchange(back, victim.attempt()), HttpStatus.OK);
    }

    @Test
    void nothingComesBackTwice() {
        var started = start();
        var back = back(started, email, true);
        granted(exchange(back, started.attempt()), HttpStatus.OK);

        refused(finish(back, started.attempt()), 401, "SIGN_IN_FAILED");
    }

    @Test
    void believesNoTokenThatAnswersAnotherQuestion() {
        var started = start();
        var back = back(started, email, true);
        change("nonce", back);

        refused(exchange(back, started.attempt()), 401, "SIGN_IN_FAILED");
    }

    @Test
    void getsNothingForACodeWithoutTheSecretThatItWasAskedForWith() {
        var started = start();
        var back = back(started, email, true);
        change("verifier", back);
        refused(exchange(back, started.attempt()), 401, "SIGN_IN_FAILED");

        assertThat(accounts.findByEmail(new Email(email))).isEmpty();
    }

    private void change(String column, Back back) {
        jdbc.sql("update sign_in_attempt set %s = :other where state_hash = :state".formatted(column))
                .param("other", Secret.fresh())
                .param("state", Secret.hashOf(back.state()))
                .update();
    }

    @Test
    void refusesATokenForAnotherAudience() {
        var started = start();
        var back = back(started, "another-client", email, true);

        refused(exchange(back, started.attempt()), 401, "SIGN_IN_FAILED");
    }

    @Test
    void anAttemptEndsAfterTenMinutes() {
        var started = start();
        var back = back(started, email, true);
        jdbc.sql("update sign_in_attempt set expires_at = expires_at - interval 10 minute where state_hash = ?")
                .param(Secret.hashOf(back.state()))
                .update();

        refused(finish(back, started.attempt()), 401, "SIGN_IN_FAILED");
    }

    @Test
    void theSecondFactorIsAskedForHereAndMayFollowInTheSameAttempt() {
        var owner = granted(signIn(email, true), HttpStatus.OK);
        var secret = new SecondFactorFixture(beans).enable(owner.userId());
        var started = start();
        var back = back(started, email, true);

        refused(exchange(back, started.attempt()), 401, "SECOND_FACTOR_NEEDED");
        refused(finish(back, started.attempt(), "000000"), 401, "SECOND_FACTOR_WRONG");
        granted(finish(back, started.attempt(), SecondFactorFixture.codeAt(secret, Instant.now())), HttpStatus.OK);
        refused(
                finish(
                        back,
                        started.attempt(),
                        SecondFactorFixture.codeAt(secret, Instant.now().plusSeconds(30))),
                401,
                "SIGN_IN_FAILED");
    }

    @Test
    void anAccountOpenedByGoogleHasNoPasswordToGuess() {
        granted(signIn(email, true), HttpStatus.OK);

        refused(auth.post("login", Map.of("email", email, "password", PASSWORD)), 401, "INVALID_CREDENTIALS");
    }

    private int linksOf(String somebody) {
        return jdbc.sql("select count(*) from external_identity where subject = ?")
                .param(somebody)
                .query(Integer.class)
                .single();
    }
}
