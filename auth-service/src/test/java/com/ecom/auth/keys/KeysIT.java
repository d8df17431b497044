package com.ecom.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.ecom.auth.passwords.PasswordHasher;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.util.Collections;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@ServiceTest
class KeysIT {

    @Autowired
    Shop shop;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SigningKeys signingKeys;

    @Autowired
    KeyRing keyRing;

    @Autowired
    PasswordHasher passwords;

    @Autowired
    TransactionOperations transactions;

    @Test
    void publishesPublicKeysUnderTheirThumbprintsAndNothingElse() throws Exception {
        var document = shop.anonymously()
                .get()
                .uri("/api/auth/jwks")
                .exchange()
                .expectHeader()
                .valueEquals("Cache-Control", "max-age=300, public")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        assertThat(JWKSet.parse(document).getKeys()).isNotEmpty().allSatisfy(it -> {
            assertThat(it.isPrivate()).isFalse();
            assertThat(it.getKeyID()).isEqualTo(it.computeThumbprint().toString());
            assertThat(((RSAKey) it).size()).isEqualTo(3072);
        });
    }

    @Test
    void keepsPrivateKeysSealed() {
        var current = keyRing.current();
        var kept = jdbc.sql("select sealed_private_key from signing_key where id = :id")
                .param("id", current.id())
                .query(byte[].class)
                .single();

        assertThat(kept).isNotEqualTo(current.privateKey().getEncoded());
        assertThat(signingKeys.valid()).extracting(SigningKey::privateKey).contains(current.privateKey());
    }

    @Test
    void instancesThatStartTogetherAgreeOnOneKey() throws Exception {
        var before = signingKeys.valid().stream().map(SigningKey::id).toList();
        expire(before, "now(3) - interval 1 second");
        try (var pool = Executors.newFixedThreadPool(4)) {
            for (var instance : pool.invokeAll(Collections.nCopies(4, Executors.callable(keyRing::ensureOne)))) {
                instance.get();
            }
            assertThat(signingKeys.valid()).hasSize(1);
        } finally {
            expire(before, "null");
        }
        assertThat(signingKeys.valid()).hasSize(before.size() + 1);
    }

    @Test
    void nothingSlowIsDoneWhileOthersMayWaitForALock() {
        transactions.executeWithoutResult(_ -> {
            assertThatIllegalStateException().isThrownBy(SigningKey::fresh);
            assertThatIllegalStateException().isThrownBy(() -> passwords.hash("a long enough password"));
        });
    }

    private void expire(java.util.List<String> keys, String when) {
        jdbc.sql("update signing_key set verifies_until = %s where id in (:ids)".formatted(when))
                .param("ids", keys)
                .update();
    }
}
