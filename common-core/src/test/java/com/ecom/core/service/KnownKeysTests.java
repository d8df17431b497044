package com.ecom.core.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownKeysTests {

    private static final JWKSelector ANY = new JWKSelector(new JWKMatcher.Builder().build());

    private boolean tooOften;
    private boolean away;

    private final JWKSource<SecurityContext> keys = new KnownKeys((_, _) -> {
        if (tooOften) {
            throw new RateLimitReachedException();
        }
        if (away) {
            throw new KeySourceException("away", null);
        }
        return List.of();
    });

    @Test
    void aKeyThatWasNotThereWhenWeLastAskedIsUnknown() throws Exception {
        keys.get(ANY, null);
        tooOften = true;

        assertThat(keys.get(ANY, null)).isEmpty();
    }

    @Test
    void beforeAnyKeyWasSeenNobodyIsRefusedForIt() {
        tooOften = true;

        assertThatExceptionOfType(KeySourceException.class).isThrownBy(() -> keys.get(ANY, null));
    }

    @Test
    void anIssuerThatIsAwayIsNoUnknownKey() throws Exception {
        keys.get(ANY, null);
        away = true;

        assertThatExceptionOfType(KeySourceException.class).isThrownBy(() -> keys.get(ANY, null));
    }
}
