package com.ecom.auth;

import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The keys in memory: there before the first request, and no older than ten seconds while the database answers. */
@Component
class KeyRing implements SmartInitializingSingleton {

    private final SigningKeys kept;
    private final RotateKeys rotateKeys;
    private volatile List<SigningKey> keys = List.of();

    KeyRing(SigningKeys kept, RotateKeys rotateKeys) {
        this.rotateKeys = rotateKeys;
        this.kept = kept;
    }

    @Override
    public void afterSingletonsInstantiated() {
        kept.ensureOne();
        refresh();
    }

    @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT10S")
    void refresh() {
        var valid = kept.valid();
        if (valid.isEmpty()) {
            // Whatever ended them all, people can still log in.
            kept.ensureOne();
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

    SigningKey current() {
        return keys.getFirst();
    }

    List<SigningKey> published() {
        return keys;
    }
}
