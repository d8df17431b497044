package com.ecom.auth;

import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The keys in memory: there before the first request, and no older than a minute while the database answers. */
@Component
class KeyRing implements SmartInitializingSingleton {

    private final SigningKeys kept;
    private volatile List<SigningKey> keys = List.of();

    KeyRing(SigningKeys kept) {
        this.kept = kept;
    }

    @Override
    public void afterSingletonsInstantiated() {
        kept.ensureOne();
        refresh();
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void refresh() {
        keys = kept.valid();
    }

    SigningKey current() {
        return keys.getFirst();
    }

    List<SigningKey> published() {
        return keys;
    }
}
