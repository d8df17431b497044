package com.ecom.auth.google;

import static com.ecom.auth.AuthClient.PASSWORD;
import static com.ecom.auth.AuthClient.granted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.auth.secondfactor.SecondFactorFixture;
import com.ecom.core.security.AccessPolicy.Role;
import java.util.EnumSet;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

/** A stranger signed up with the address of another person, who clicked the link in the mail without thinking. */
class GoogleLinkingIT extends GoogleScenario {

    @Test
    void whatOpenedTheAccountBeforeOpensItNoLonger() {
        var stranger = auth.signUp(email);
        accounts.verifyEmail(stranger.userId());

        var owner = granted(signIn(email, true), HttpStatus.OK);

        assertThat(owner.userId()).isEqualTo(stranger.userId());
        refused(auth.post("login", Map.of("email", email, "password", PASSWORD)), 401, "INVALID_CREDENTIALS");
        auth.tryToRefresh(stranger).expectStatus().isUnauthorized();
        auth.refresh(owner);
    }

    @Test
    void aStrangersSecondFactorDoesNotKeepTheOwnerOut() {
        var stranger = auth.signUp(email);
        accounts.verifyEmail(stranger.userId());
        setUpSecondFactorOf(stranger.userId());

        granted(signIn(email, true), HttpStatus.OK);

        assertThat(factors.isEnabled(stranger.userId())).isFalse();
        await().untilAsserted(() -> assertThat(
                        broker.published("auth.mails", stranger.userId().toString(), "auth.security-notice.v1"))
                .extracting(it -> it.path("notice").asString())
                .containsExactlyInAnyOrder("SECOND_FACTOR_DISABLED", "GOOGLE_LINKED"));
    }

    @Test
    void staffKeepTheirSecondFactor() {
        var colleague = auth.signUp(email);
        accounts.verifyEmail(colleague.userId());
        accounts.setRoles(colleague.userId(), EnumSet.of(Role.SUPPORT));
        setUpSecondFactorOf(colleague.userId());

        refused(signIn(email, true), 401, "SECOND_FACTOR_NEEDED");
    }

    /** A password set after the linking was set by the reader of the mail. */
    @Test
    void aPasswordThatTheOwnerChoosesLaterStays() {
        var owner = granted(signIn(email, true), HttpStatus.OK);
        accounts.setPassword(owner.userId(), passwords.hash(PASSWORD));

        granted(signIn(email, true), HttpStatus.OK);

        assertThat(auth.logIn(email).userId()).isEqualTo(owner.userId());
    }

    private void setUpSecondFactorOf(UUID account) {
        new SecondFactorFixture(beans).enable(account);
    }
}
