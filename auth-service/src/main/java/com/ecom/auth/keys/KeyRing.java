package com.ecom.auth.keys;

import java.time.Duration;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The keys in memory: there before the first request, and no older than ten seconds while the database answers. */
@Component
@RequiredArgsConstructor
public class KeyRing implements SmartInitializingSingleton {

    private final RetryTemplate retry = new RetryTemplate(RetryPolicy.builder()
            .includes(PessimisticLockingFailureException.class)
            .maxRetries(10)
            .delay(Duration.ofMillis(200))
            .build());
    private final SigningKeys signingKeys;
    private final RotateKeys rotateKeys;
    private volatile List<SigningKey> keys = List.of();

    @Override
    public void afterSingletonsInstantiated() {
        ensureOne();
        refresh();
    }

    @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT10S")
    void refresh() {
        var valid = signingKeys.valid();
        if (valid.isEmpty()) {
            // Whatever ended them all, people can still log in.
            ensureOne();
            valid = signingKeys.valid();
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
     * Makes the first key, before anything is locked. An instance that waits too long for others that start at the same
     * moment tries again.
     */
    void ensureOne() {
        if (!signingKeys.areMissing()) {
            return;
        }
        var first = SigningKey.fresh();
        try {
            retry.execute(() -> signingKeys.addFirst(first));
        } catch (RetryException e) {
            throw new IllegalStateException("The first signing key cannot be kept", e);
        }
    }

    public SigningKey current() {
        return keys.getFirst();
    }

    List<SigningKey> published() {
        return keys;
    }
}
