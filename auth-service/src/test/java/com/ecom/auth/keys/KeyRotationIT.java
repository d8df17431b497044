package com.ecom.auth.keys;

import static com.ecom.auth.AuthClient.newEmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.ecom.auth.AuthClient;
import com.ecom.auth.model.AuthRefusal;
import com.ecom.auth.sessions.AnotherService;
import com.ecom.core.envelope.Topics;
import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import com.ecom.test.TestIssuer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.springframework.transaction.support.TransactionOperations;

@ServiceTest
class KeyRotationIT {

    @Autowired
    Shop shop;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    KeyRing ring;

    @Autowired
    SigningKeys signingKeys;

    @Autowired
    RotateKeys rotateKeys;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    Environment environment;

    @Autowired
    Topics topics;

    AuthClient auth;

    @BeforeEach
    void connect() {
        auth = new AuthClient(shop);
        ring.refresh();
    }

    @Test
    void aRotationInterruptsNoClient() {
        var before = ring.current().id();
        var earlier = auth.signUp(newEmail());

        asAdmin("rotation", "an exercise");

        assertThat(ring.current().id()).as("published before it signs").isEqualTo(before);
        assertThat(ring.published()).hasSizeGreaterThanOrEqualTo(2);
        jdbc.sql("update signing_key set signs_from = now(3) where signs_from > now(3)")
                .update();
        ring.refresh();
        assertThat(ring.current().id()).isNotEqualTo(before);
        auth.read(earlier.accessToken());
        auth.read(auth.signUp(newEmail()).accessToken());
    }

    @Test
    void nothingCountsAnyLongerThatARemovedKeySignedAndTheShopGoesOn() {
        var stolen = ring.current().id();
        var earlier = auth.signUp(newEmail());
        try (var neighbour = new AnotherService(shop, environment, topics)) {
            assertThat(neighbour.statusFor(earlier.accessToken())).isEqualTo(404);

            asAdmin(stolen + "/removal", "it was copied");

            await().untilAsserted(() ->
                    assertThat(neighbour.statusFor(earlier.accessToken())).isEqualTo(401));
            assertThat(ring.published()).extracting(SigningKey::id).doesNotContain(stolen);
            auth.read(auth.refresh(earlier).accessToken());
        }
    }

    @Test
    void aKeyIsRemovedOnce() {
        ask("no-such-key/removal", "because").expectStatus().isNotFound();
    }

    /** Within a transaction none can be made. */
    @Test
    void noKeyIsMadeForARemovalThatIsRefused() {
        assertThatExceptionOfType(AuthRefusal.NoSuchKey.class)
                .isThrownBy(() -> transactions.executeWithoutResult(
                        _ -> rotateKeys.remove(UUID.randomUUID(), "no-such-key", "because")));
    }

    @Test
    void noMoreKeysArePublishedThanThoseWhoVerifyWillRead() {
        try {
            publishAsManyAsMayBe();
            ask("rotation", "one too many").expectStatus().isEqualTo(HttpStatus.CONFLICT);
            assertThat(ring.published()).hasSize(RotateKeys.MOST_PUBLISHED);

            asAdmin(ring.published().getLast().id() + "/removal", "nobody needs it");
            asAdmin("rotation", "there is room again");

            jdbc.sql("update signing_key set signs_from = signs_from - interval 31 day")
                    .update();
            assertThat(rotateKeys.rotateWhenDue())
                    .as("there is always room for the one that is due")
                    .isTrue();
        } finally {
            jdbc.sql("update signing_key set verifies_until = now(3) where verifies_until > now(3)")
                    .update();
        }
    }

    @Test
    void aKeyIsReplacedWhenItIsAMonthOldAndNotBefore() {
        assertThat(rotateKeys.rotateWhenDue()).isFalse();

        jdbc.sql("update signing_key set signs_from = signs_from - interval 31 day")
                .update();
        assertThat(rotateKeys.rotateWhenDue()).isTrue();
        assertThat(rotateKeys.rotateWhenDue()).isFalse();
    }

    private void asAdmin(String path, String reason) {
        ask(path, reason).expectStatus().isOk();
    }

    /** All of one pair, since making so many takes minutes. */
    private void publishAsManyAsMayBe() {
        var pair = ring.current();
        for (int number = ring.published().size(); number < RotateKeys.MOST_PUBLISHED; number++) {
            signingKeys.addNext(
                    new SigningKey(UUID.randomUUID().toString(), pair.publicKey(), pair.privateKey()),
                    RotateKeys.PUBLISHED_BEFORE_IT_SIGNS);
        }
        ring.refresh();
    }

    private ResponseSpec ask(String path, String reason) {
        return shop.as(TestIssuer.bearer(Role.ADMIN))
                .post()
                .uri("/api/admin/signing-keys/" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("reason", reason))
                .exchange();
    }
}
