package com.ecom.auth.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.ecom.auth.settings.AuthProperties.SecondFactor;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AuthPropertiesTests {

    @Test
    void noTokenOutlivesWhatOthersRememberOfItsRevocation() {
        assertThat(livingFor(Duration.ofMinutes(14)).accessTokenTtl()).hasMinutes(14);

        assertThatIllegalArgumentException().isThrownBy(() -> livingFor(Duration.ofMinutes(15)));
    }

    private static AuthProperties livingFor(Duration accessTokenTtl) {
        var any = Duration.ofMinutes(5);
        return new AuthProperties(accessTokenTtl, any, any, any, any, SecondFactor.REQUIRED);
    }
}
