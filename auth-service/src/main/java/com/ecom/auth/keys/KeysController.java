package com.ecom.auth.keys;

import io.jsonwebtoken.security.RsaPublicJwk;
import java.time.Duration;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public keys by which everyone verifies our tokens without asking us (RFC 7517). */
@RestController
@RequiredArgsConstructor
class KeysController {

    private static final Duration CACHED = Duration.ofMinutes(5);

    private final KeyRing keys;

    /** The public keys by which access tokens are verified (RFC 7517). */
    @GetMapping("/api/auth/jwks")
    ResponseEntity<KeySet> keys() {
        var published = keys.published().stream().map(it -> Key.of(it.jwk())).toList();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(CACHED).cachePublic())
                .body(new KeySet(published));
    }

    record KeySet(List<Key> keys) {}

    record Key(String kty, String use, String alg, String kid, String n, String e) {

        static Key of(RsaPublicJwk it) {
            return new Key(
                    it.getType(), "sig", "RS256", it.getId(), String.valueOf(it.get("n")), String.valueOf(it.get("e")));
        }
    }
}
