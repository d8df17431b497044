package com.ecom.order.quoting;

import com.ecom.core.jdbc.Utc;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** What quotes are signed with, shared by all instances. Each key signs for a day, so that none is worth anything for long. */
@Repository
@RequiredArgsConstructor
class QuoteKeys {

    private static final Duration SIGNS_FOR = Duration.ofDays(1);
    private static final int BYTES = 32;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<Integer, Key> known = new ConcurrentHashMap<>();
    private volatile @Nullable Key newest;

    /** Where two instances make one at the same time there are two, and both count. */
    Key current() {
        var key = newest;
        if (key == null || !key.signsAt(clock.instant())) {
            key = find("where created_at > now(3) - interval 1 day order by id desc limit 1", 0)
                    .orElseGet(this::make);
            newest = key;
        }
        return key;
    }

    Optional<Key> find(int id) {
        return Optional.ofNullable(known.get(id)).or(() -> find("where id = :id", id));
    }

    /** Whatever they have signed is long over. */
    @Scheduled(fixedDelayString = "${ecom.upkeep.every:PT1H}")
    void forgetOldOnes() {
        jdbc.sql("delete from quote_key where created_at < now(3) - interval 2 day")
                .update();
        known.clear();
    }

    private Key make() {
        var secret = new byte[BYTES];
        random.nextBytes(secret);
        jdbc.sql("insert into quote_key (secret) values (:secret)")
                .param("secret", secret)
                .update();
        return find("order by id desc limit 1", 0).orElseThrow();
    }

    private Optional<Key> find(String which, int id) {
        var found = jdbc.sql("select id, secret, created_at from quote_key " + which)
                .param("id", id)
                .query((row, _) -> read(row))
                .optional();
        found.ifPresent(it -> known.put(it.id(), it));
        return found;
    }

    private static Key read(ResultSet row) throws SQLException {
        return new Key(row.getInt("id"), row.getBytes("secret"), Utc.instant(row, "created_at"));
    }

    /** No record: nobody prints or compares a secret. */
    static final class Key {

        private final int id;
        private final byte[] secret;
        private final Instant madeAt;

        Key(int id, byte[] secret, Instant madeAt) {
            this.id = id;
            this.secret = secret;
            this.madeAt = madeAt;
        }

        int id() {
            return id;
        }

        byte[] secret() {
            return secret;
        }

        private boolean signsAt(Instant now) {
            return now.isBefore(madeAt.plus(SIGNS_FOR));
        }
    }
}
