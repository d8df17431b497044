package com.ecom.core.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keys of an issuer who is not asked too often. While nobody may ask, the keys that were there last are the keys that are:
 * a token with an invented key id is refused like any other, and one with a key that we know is believed, even if the issuer
 * is away and it was the attempts to refresh its keys that were too many. Before any key was ever seen nobody can be told
 * apart, and asking fails.
 */
class KnownKeys implements JWKSource<SecurityContext> {

    private static final JWKSelector ALL = new JWKSelector(new JWKMatcher.Builder().build());

    private final JWKSource<SecurityContext> issuer;
    private volatile @Nullable JWKSet seenLast;

    KnownKeys(JWKSource<SecurityContext> issuer) {
        this.issuer = issuer;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        try {
            var found = issuer.get(selector, context);
            seenLast = new JWKSet(issuer.get(ALL, context));
            return found;
        } catch (RateLimitReachedException e) {
            var known = seenLast;
            if (known == null) {
                throw e;
            }
            return selector.select(known);
        }
    }
}
