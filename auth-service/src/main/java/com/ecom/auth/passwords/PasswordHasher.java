package com.ecom.auth.passwords;

import com.ecom.auth.model.AuthRefusal;
import com.ecom.auth.secrets.OutsideTransaction;
import java.text.Normalizer;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords with Argon2id at OWASP's minimum cost. A hash is meant to be expensive, so only a few run at a time
 * and only a few wait: a flood of log-ins is refused with Retry-After and leaves the rest of the service its cores and memory.
 */
@Component
public class PasswordHasher {

    private static final int AT_A_TIME = 2;
    private static final int WAITING = 20;
    private static final int MAX_WAIT_SECONDS = 3;

    private final Semaphore admitted = new Semaphore(AT_A_TIME + WAITING);
    private final Semaphore hashing = new Semaphore(AT_A_TIME, true);
    private final PasswordEncoder encoder;
    private final String dummyHash;

    @Autowired
    PasswordHasher() {
        this(new DelegatingPasswordEncoder(
                "argon2", Map.of("argon2", new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2))));
    }

    PasswordHasher(PasswordEncoder encoder) {
        this.encoder = encoder;
        this.dummyHash = Objects.requireNonNull(encoder.encode("dummy"));
    }

    /**
     * For a newly chosen password.
     *
     * @throws AuthRefusal.PasswordTooCommon if others try it first
     */
    public String hash(String password) {
        var normalized = normalized(password);
        if (CommonPasswords.contain(normalized)) {
            throw new AuthRefusal.PasswordTooCommon();
        }
        return encoded(normalized);
    }

    /**
     * The same password, just verified, at today's cost; empty if the hash is up to date or the hasher is busy.
     */
    Optional<String> rehash(String password, String hash) {
        try {
            return encoder.upgradeEncoding(hash) ? Optional.of(encoded(normalized(password))) : Optional.empty();
        } catch (AuthRefusal.TooBusy notNow) {
            return Optional.empty();
        }
    }

    private String encoded(String password) {
        return inTurn(() -> Objects.requireNonNull(encoder.encode(password)));
    }

    /** Takes as long for an account that does not exist, so that timing does not reveal it. */
    boolean matches(String password, @Nullable String hash) {
        var normalized = normalized(password);
        var compared = hash == null ? dummyHash : hash;
        var matches = inTurn(() -> encoder.matches(normalized, compared)
                // As it was typed: hashes from before passwords were normalized.
                || (!normalized.equals(password) && encoder.matches(password, compared)));
        return matches && hash != null;
    }

    /** One system writes é as a letter, another as an e and an accent: it is the same password (NIST SP 800-63B, RFC 8265). */
    private static String normalized(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    private <T> T inTurn(Supplier<T> work) {
        OutsideTransaction.require("Hashing a password");
        if (!admitted.tryAcquire()) {
            throw new AuthRefusal.TooBusy();
        }
        try {
            if (!hashing.tryAcquire(MAX_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new AuthRefusal.TooBusy();
            }
            try {
                return work.get();
            } finally {
                hashing.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AuthRefusal.TooBusy();
        } finally {
            admitted.release();
        }
    }
}
