package com.ecom.auth.keys;

import com.ecom.auth.secrets.KeySeal;
import com.ecom.auth.settings.AuthProperties;
import com.ecom.core.jdbc.Utc;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All keys that signed tokens which may still be in use. */
@Repository
public class SigningKeys {

    private static final String VALID = "(verifies_until is null or verifies_until > now(3))";

    private final JdbcClient jdbc;
    private final KeySeal seal;
    private final Duration longestTokenLife;

    SigningKeys(JdbcClient jdbc, KeySeal seal, AuthProperties properties) {
        this.longestTokenLife = properties.guestTokenTtl().plusHours(1);
        this.jdbc = jdbc;
        this.seal = seal;
    }

    /** Whether it was needed; of instances that start together, one adds its key, because only one at a time looks. */
    @Transactional
    boolean addFirst(SigningKey key) {
        lock();
        if (!areMissing()) {
            return false;
        }
        add(key, Duration.ZERO);
        return true;
    }

    boolean areMissing() {
        return jdbc.sql("select not exists (select 1 from signing_key where %s)".formatted(VALID))
                .query(Boolean.class)
                .single();
    }

    /** Serializes all changes to the set of keys. */
    void lock() {
        jdbc.sql("select id from signing_key_lock where id = 1 for update")
                .query(Integer.class)
                .single();
    }

    /** Adds the key that signs after the delay; those before verify for as long as a token lives that they signed. */
    void addNext(SigningKey next, Duration delay) {
        jdbc.sql("""
                update signing_key
                set verifies_until = now(3) + interval :seconds second
                where verifies_until is null
                """).param("seconds", delay.plus(longestTokenLife).toSeconds()).update();
        add(next, delay);
    }

    boolean newestIsOlderThan(Duration age) {
        return jdbc.sql("""
                select coalesce(max(signs_from) < now(3) - interval :seconds second, false) from signing_key
                where removed_at is null
                """)
                .param("seconds", age.toSeconds())
                .query(Boolean.class)
                .single();
    }

    /** Whether it could be removed now. */
    boolean has(String id) {
        return jdbc.sql("select exists (select 1 from signing_key where id = :id and removed_at is null)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /**
     * Whether there was such a key; if no other may sign yet, one does from now on.
     *
     * @param spare signs where no other is left
     */
    boolean remove(String id, SigningKey spare) {
        var removed = jdbc.sql("""
                update signing_key set removed_at = now(3), verifies_until = now(3)
                where id = :id and removed_at is null
                """).param("id", id).update();
        if (removed == 0) {
            return false;
        }
        jdbc.sql("""
                update signing_key set signs_from = now(3)
                where verifies_until is null and signs_from > now(3)
                """).update();
        var left = jdbc.sql("select count(*) from signing_key where verifies_until is null")
                .query(Integer.class)
                .single();
        if (left == 0) {
            add(spare, Duration.ZERO);
        }
        return true;
    }

    /** The newest first. */
    List<KeyLife> all() {
        return jdbc.sql("""
                select id, created_at, signs_from, verifies_until, removed_at from signing_key
                order by signs_from desc, id limit 100
                """)
                .query((row, _) -> new KeyLife(
                        row.getString("id"),
                        Utc.instant(row, "created_at"),
                        Utc.instant(row, "signs_from"),
                        Utc.instantOrNull(row, "verifies_until"),
                        Utc.instantOrNull(row, "removed_at")))
                .list();
    }

    /** The security log still shows when each key came and went. */
    public int deleteOld(int limit) {
        return jdbc.sql("""
                delete from signing_key where verifies_until < now(3) - interval 400 day order by verifies_until limit :limit
                """).param("limit", limit).update();
    }

    int published() {
        return jdbc.sql("select count(*) from signing_key where " + VALID)
                .query(Integer.class)
                .single();
    }

    /** The one to sign with comes first, those that only verify what they signed earlier follow. */
    List<SigningKey> valid() {
        return jdbc.sql("""
                select id, public_key, sealed_private_key from signing_key
                where %s
                order by signs_from <= now(3) desc, signs_from desc, id
                """.formatted(VALID)).query((row, _) -> opened(row)).list();
    }

    private void add(SigningKey key, Duration delay) {
        jdbc.sql("""
                insert into signing_key (id, public_key, sealed_private_key, signs_from)
                values (:id, :public, :sealed, now(3) + interval :delay second)
                """)
                .param("delay", delay.toSeconds())
                .param("id", key.id())
                .param("public", key.publicKey().getEncoded())
                .param("sealed", seal.seal(key.id(), key.privateKey().getEncoded()))
                .update();
    }

    /**
     * @param signsFrom when it begins to sign; it is published from its creation on
     * @param verifiesUntil when it is published no longer
     * @param removedAt since when nothing counts that it signed
     */
    record KeyLife(
            String keyId,
            Instant createdAt,
            Instant signsFrom,
            @Nullable Instant verifiesUntil,
            @Nullable Instant removedAt) {}

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
