package com.ecom.core.service;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keys of an issuer who is not asked too often. A key that was not there when we last asked counts as unknown, so a token
 * with an invented key id is refused like any other; without this, whoever invents two of them in half a minute would
 * make every service fail at the third. Before any key was ever seen nobody can be told apart, and asking fails.
 */
class KnownKeys implements JWKSource<SecurityContext> {

    private final JWKSource<SecurityContext> issuer;
    private volatile boolean everSeen;

    KnownKeys(JWKSource<SecurityContext> issuer) {
        this.issuer = issuer;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        try {
            var found = issuer.get(selector, context);
            everSeen = true;
            return found;
        } catch (RateLimitReachedException e) {
            if (everSeen) {
                return List.of();
            }
            throw e;
        }
    }
}
