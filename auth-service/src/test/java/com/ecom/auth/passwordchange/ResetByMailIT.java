package com.ecom.auth.passwordchange;

import static com.ecom.auth.AuthClient.newEmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.auth.AuthClient;
import com.ecom.auth.AuthClient.Granted;
import com.ecom.auth.accounts.Accounts;
import com.ecom.auth.secondfactor.SecondFactorFixture;
import com.ecom.auth.secondfactor.SecondFactors;
import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.test.MailKeys;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import com.ecom.test.TestBroker;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The reader of the mail can log in, whatever strangers did with the address before. */
@ServiceTest
class ResetByMailIT {

    private static final String ANOTHER = "a quite different one";

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

    @Autowired
    BeanFactory beans;

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
    void theSecondFactorOfAStrangerWhoSignedUpWithTheAddressGoes() {
        setUpSecondFactor();

        reset(mailed(1).getFirst(), 204);

        auth.post("login", Map.of("email", email, "password", ANOTHER))
                .expectStatus()
                .isOk();
        await().untilAsserted(() -> assertThat(broker.published("auth.mails", id(), "auth.security-notice.v1"))
                .extracting(it -> it.path("notice").asString())
                .containsExactlyInAnyOrder("SECOND_FACTOR_DISABLED", "PASSWORD_CHANGED"));
    }

    @Test
    void aResetKeepsTheSecondFactorOfAVerifiedOwner() {
        accounts.verifyEmail(first.userId());
        setUpSecondFactor();

        reset(mailed(1).getFirst(), 204);

        secondFactorIsNeeded();
    }

    @Test
    void staffKeepTheirSecondFactorWhetherOrNotTheAddressWasVerified() {
        accounts.setRoles(first.userId(), EnumSet.of(Role.SUPPORT));
        setUpSecondFactor();

        reset(mailed(1).getFirst(), 204);

        secondFactorIsNeeded();
    }

    @Test
    void repeatedRequestsInvalidateNoLinkAndAUsedOneConsumesTheOthers() {
        mailed(1);
        jdbc.sql("update mail_token set issued_at = issued_at - interval 2 minute where account_id = ?")
                .param(id())
                .update();
        var tokens = mailed(2);

        reset(tokens.getFirst(), 204);
        reset(tokens.getLast(), 400);
        reset(tokens.getFirst(), 400);
    }

    private void setUpSecondFactor() {
        new SecondFactorFixture(beans).enable(first.userId());
    }

    /** Asks once more; the oldest first. */
    private List<String> mailed(int expected) {
        auth.post("password-reset", Map.of("email", email)).expectStatus().isAccepted();
        return await()
                .until(
                        () -> broker.published("auth.mails", id(), "auth.password-reset-requested.v1"),
                        it -> it.size() == expected)
                .stream()
                .map(it -> MailKeys.open(it.path("sealedToken").asString()))
                .toList();
    }

    private void reset(String token, int expected) {
        auth.post("password-reset/confirmation", Map.of("token", token, "newPassword", ANOTHER))
                .expectStatus()
                .isEqualTo(expected);
    }

    private void secondFactorIsNeeded() {
        auth.post("login", Map.of("email", email, "password", ANOTHER))
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("SECOND_FACTOR_NEEDED");
    }

    private String id() {
        return first.userId().toString();
    }
}
