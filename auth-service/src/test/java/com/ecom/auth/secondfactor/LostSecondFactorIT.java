package com.ecom.auth.secondfactor;

import static com.ecom.auth.AuthClient.newEmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.auth.AuthClient;
import com.ecom.auth.AuthClient.Granted;
import com.ecom.auth.secrets.Secret;
import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import com.ecom.test.TestBroker;
import com.ecom.test.TestIssuer;
import com.ecom.test.TestIssuer.Bearer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

/** An owner lost the authenticator app and all recovery codes; an administrator removes the second factor. */
@ServiceTest
class LostSecondFactorIT {

    private final Bearer admin = TestIssuer.bearer(Role.ADMIN);

    @Autowired
    Shop shop;

    @Autowired
    TestBroker broker;

    @Autowired
    SecondFactors factors;

    AuthClient auth;
    String email;
    Granted somebody;

    @BeforeEach
    void signUp() {
        auth = new AuthClient(shop);
        email = newEmail();
        somebody = auth.signUp(email);
        factors.propose(somebody.userId(), Secret.bytes(Totp.SECRET_BYTES));
        factors.confirm(somebody.userId(), List.of());
    }

    @Test
    void anAdministratorRemovesItOnTheRecordAndItsOwnerHearsOfIt() {
        remove();

        auth.logIn(email);
        auth.tryToRefresh(somebody).expectStatus().isUnauthorized();
        shop.as(admin)
                .get()
                .uri("/api/admin/security-events?kind=SECOND_FACTOR_DISABLED&accountId=" + somebody.userId())
                .exchange()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.items[0].actorId")
                .isEqualTo(admin.id().toString())
                .jsonPath("$.items[0].detail")
                .isEqualTo("met in person");
        await().untilAsserted(() -> assertThat(notices()).containsExactly("SECOND_FACTOR_DISABLED"));
    }

    private void remove() {
        shop.as(admin)
                .post()
                .uri("/api/admin/accounts/%s/second-factor-removal".formatted(somebody.userId()))
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("reason", "met in person"))
                .exchange()
                .expectStatus()
                .isOk();
    }

    private List<String> notices() {
        return broker.published("auth.mails", somebody.userId().toString(), "auth.security-notice.v1").stream()
                .map(it -> it.path("notice").asString())
                .toList();
    }
}
