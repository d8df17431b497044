package com.ecom.core.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import org.junit.jupiter.api.Test;

class KnownKeysTests {

    private JWKSet published = new JWKSet(key("before"));
    private boolean tooOften;
    private boolean away;

    private final JWKSource<SecurityContext> keys = new KnownKeys((selector, _) -> {
        if (tooOften) {
            throw new RateLimitReachedException();
        }
        if (away) {
            throw new KeySourceException("away", null);
        }
        return selector.select(published);
    });

    @Test
    void aKeyThatWasNotThereWhenWeLastAskedIsUnknown() throws Exception {
        keys.get(named("before"), null);
        tooOften = true;

        assertThat(keys.get(named("invented"), null)).isEmpty();
    }

    @Test
    void aKeyThatWasThereWhenWeLastAskedIsKnown() throws Exception {
        keys.get(named("invented"), null);
        tooOften = true;

        assertThat(keys.get(named("before"), null)).extracting(JWK::getKeyID).containsExactly("before");
    }

    @Test
    void aKeyThatWasTakenAwayIsNotKnownAnyMore() throws Exception {
        keys.get(named("before"), null);
        published = new JWKSet(key("after"));
        keys.get(named("after"), null);
        tooOften = true;

        assertThat(keys.get(named("before"), null)).isEmpty();
    }

    @Test
    void beforeAnyKeyWasSeenNobodyIsRefusedForIt() {
        tooOften = true;

        assertThatExceptionOfType(KeySourceException.class).isThrownBy(() -> keys.get(named("before"), null));
    }

    @Test
    void anIssuerThatIsAwayIsNoUnknownKey() throws Exception {
        keys.get(named("before"), null);
        away = true;

        assertThatExceptionOfType(KeySourceException.class).isThrownBy(() -> keys.get(named("before"), null));
    }

    private static JWKSelector named(String id) {
        return new JWKSelector(new JWKMatcher.Builder().keyID(id).build());
    }

    private static JWK key(String id) {
        try {
            return new OctetSequenceKeyGenerator(256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
