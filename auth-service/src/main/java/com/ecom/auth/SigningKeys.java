package com.ecom.auth;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All keys that somebody may still hold a token of. */
@Repository
class SigningKeys {

    private final JdbcClient jdbc;
    private final KeySeal seal;

    SigningKeys(JdbcClient jdbc, KeySeal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    /** Makes the first key; instances that start together agree on one, because only one at a time looks. */
    @Transactional
    void ensureOne() {
        jdbc.sql("select id from signing_key_lock where id = 1 for update")
                .query(Integer.class)
                .single();
        if (valid().isEmpty()) {
            add(SigningKey.fresh());
        }
    }

    /** The one to sign with comes first, those that only verify what they signed earlier follow. */
    List<SigningKey> valid() {
        return jdbc.sql("""
                select id, public_key, sealed_private_key from signing_key
                where verifies_until is null or verifies_until > now(3)
                order by (verifies_until is null and signs_from <= now(3)) desc, signs_from desc, id
                """).query((row, _) -> opened(row)).list();
    }

    private void add(SigningKey key) {
        jdbc.sql("""
                insert into signing_key (id, public_key, sealed_private_key, signs_from)
                values (:id, :public, :sealed, now(3))
                """)
                .param("id", key.id())
                .param("public", key.publicKey().getEncoded())
                .param("sealed", seal.seal(key.id(), key.privateKey().getEncoded()))
                .update();
    }

    private SigningKey opened(ResultSet row) throws SQLException {
        var id = row.getString("id");
        try {
            var rsa = KeyFactory.getInstance("RSA");
            return SigningKey.of(new KeyPair(
                    rsa.generatePublic(new X509EncodedKeySpec(row.getBytes("public_key"))),
                    rsa.generatePrivate(new PKCS8EncodedKeySpec(seal.open(id, row.getBytes("sealed_private_key"))))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The signing key %s cannot be read".formatted(id), e);
        }
    }
}
