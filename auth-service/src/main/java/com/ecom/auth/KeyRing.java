package com.ecom.auth;

import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The keys in memory: there before the first request, and no older than ten seconds while the database answers. */
@Component
class KeyRing implements SmartInitializingSingleton {

    private final RetryTemplate again = new RetryTemplate(RetryPolicy.builder()
            .includes(PessimisticLockingFailureException.class)
            .maxRetries(10)
            .delay(Duration.ofMillis(200))
            .build());
    private final SigningKeys kept;
    private final RotateKeys rotateKeys;
    private volatile List<SigningKey> keys = List.of();

    KeyRing(SigningKeys kept, RotateKeys rotateKeys) {
        this.rotateKeys = rotateKeys;
        this.kept = kept;
    }

    @Override
    public void afterSingletonsInstantiated() {
        ensureOne();
        refresh();
    }

    @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT10S")
    void refresh() {
        var valid = kept.valid();
        if (valid.isEmpty()) {
            // Whatever ended them all, people can still log in.
            ensureOne();
            valid = kept.valid();
        }
        keys = valid;
    }

    /** A day is early enough to notice, for a key may live a little longer than it should. */
    @Scheduled(fixedDelayString = "PT24H", initialDelayString = "PT5M")
    void rotate() {
        if (rotateKeys.rotateWhenDue()) {
            refresh();
        }
    }

    /**
     * Makes the first key, before anything is locked. Whoever has to wait too long for those who start at the same
     * moment tries again.
     */
    void ensureOne() {
        if (!kept.areMissing()) {
            return;
        }
        var first = SigningKey.fresh();
        try {
            again.execute(() -> kept.addFirst(first));
        } catch (RetryException e) {
            throw new IllegalStateException("The first signing key cannot be kept", e);
        }
    }

    SigningKey current() {
        return keys.getFirst();
    }

    List<SigningKey> published() {
        return keys;
    }
}
