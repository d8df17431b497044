package com.ecom.auth.keys;

import com.ecom.auth.model.AuthEvent;
import com.ecom.auth.model.AuthRefusal;
import com.ecom.auth.securitylog.SecurityLog;
import com.ecom.core.outbox.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Replaces the key that we sign with. The next one is published before it signs, for twice as long as anybody caches our
 * keys, and the one before is published as long as tokens live that it signed: so a rotation interrupts no client. A key is made
 * before the lock is taken, and forgotten if it turns out not to be needed; what is refused anyway is refused before that,
 * since a key takes seconds of a core.
 */
@Component
class RotateKeys {

    static final Duration PUBLISHED_BEFORE_IT_SIGNS = Duration.ofMinutes(10);

    /**
     * Those who verify read no more than 50 KiB of keys; beyond it a service that starts could verify no token. Far enough
     * below it for those that come by themselves, one a month.
     */
    static final int MOST_PUBLISHED = 10;

    private static final Duration LIFE = Duration.ofDays(30);

    private final SigningKeys keys;
    private final Outbox outbox;
    private final SecurityLog log;
    private final Clock clock;
    private final TransactionTemplate transaction;

    RotateKeys(SigningKeys keys, Outbox outbox, SecurityLog log, Clock clock, PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
        this.keys = keys;
        this.outbox = outbox;
        this.log = log;
        this.clock = clock;
    }

    /**
     * @throws AuthRefusal.TooManyKeys if as many are published as may be; removing one makes room
     */
    String rotate(UUID actor, String reason) {
        if (keys.published() >= MOST_PUBLISHED) {
            throw new AuthRefusal.TooManyKeys(MOST_PUBLISHED);
        }
        var next = SigningKey.fresh();
        transaction.executeWithoutResult(_ -> {
            keys.lock();
            if (keys.published() >= MOST_PUBLISHED) {
                throw new AuthRefusal.TooManyKeys(MOST_PUBLISHED);
            }
            replace(next, actor, reason);
        });
        return next.id();
    }

    /** Whether it was time; of instances that ask together, one rotates. */
    boolean rotateWhenDue() {
        if (!keys.newestIsOlderThan(LIFE)) {
            return false;
        }
        var next = SigningKey.fresh();
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            keys.lock();
            if (!keys.newestIsOlderThan(LIFE)) {
                return false;
            }
            replace(next, null, "it was time");
            return true;
        }));
    }

    private void replace(SigningKey next, @Nullable UUID actor, String reason) {
        keys.addNext(next, PUBLISHED_BEFORE_IT_SIGNS);
        log.add(SecurityLog.Kind.KEY_ROTATED, null, actor, "%s: %s".formatted(next.id(), reason));
    }

    /**
     * For a compromised key: all tokens it signed become invalid at once. If it was the current one, another signs
     * from now on, and all clients refresh their tokens.
     */
    void remove(UUID actor, String keyId, String reason) {
        if (!keys.has(keyId)) {
            throw new AuthRefusal.NoSuchKey();
        }
        var spare = SigningKey.fresh();
        transaction.executeWithoutResult(_ -> {
            keys.lock();
            if (!keys.remove(keyId, spare)) {
                throw new AuthRefusal.NoSuchKey();
            }
            outbox.publish(new AuthEvent.KeyRemoved(keyId, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
            log.add(SecurityLog.Kind.KEY_REMOVED, null, actor, "%s: %s".formatted(keyId, reason));
        });
    }
}
