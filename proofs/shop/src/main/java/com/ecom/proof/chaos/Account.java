package com.ecom.proof.chaos;

import com.ecom.local.LocalShop;
import com.ecom.shop.Gateway;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Somebody with an account, whose token is renewed in time. */
final class Account {

    private static final Duration TOKEN_LIFE = Duration.ofMinutes(4);

    private final LocalShop shop;
    private final String email;
    private final String password;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable String token;
    private boolean known;
    private Instant since = Instant.EPOCH;

    Account(LocalShop shop, String email, String password) {
        this.shop = shop;
        this.email = email;
        this.password = password;
    }

    String email() {
        return email;
    }

    /** The old one is as good as none while nobody gives a new one. */
    String token() {
        lock.lock();
        try {
            if (token == null || Instant.now().isAfter(since.plus(TOKEN_LIFE))) {
                var path = known ? "/api/auth/login" : "/api/auth/signup";
                var answer =
                        Gateway.at(shop.gateway().toString()).post(path, Map.of("email", email, "password", password));
                if (answer.isGood()) {
                    known = true;
                    token = answer.body().path("accessToken").asString();
                    since = Instant.now();
                }
            }
        } catch (RuntimeException e) {
            // The shop is away; the next request tries again.
        } finally {
            lock.unlock();
        }
        return Objects.requireNonNullElse(token, "none");
    }

    void forget() {
        lock.lock();
        try {
            since = Instant.EPOCH;
        } finally {
            lock.unlock();
        }
    }
}
