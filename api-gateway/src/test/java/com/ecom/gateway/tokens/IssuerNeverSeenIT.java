package com.ecom.gateway.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.gateway.StrictGatewayScenario;
import com.ecom.test.TestIssuer;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.JwtException;

/** A gateway that started while the issuer was unavailable, and so can verify no token. */
@Import(IssuerNeverSeenIT.WithoutKeys.class)
class IssuerNeverSeenIT extends StrictGatewayScenario {

    private static final int BURST = 12;
    private static final int MANY = 40;

    @TestConfiguration
    static class WithoutKeys {
        @Bean
        @Primary
        VerifiedTokens undecided() {
            return new VerifiedTokens(
                    _ -> {
                        throw new JwtException("There are no keys");
                    },
                    _ -> OAuth2TokenValidatorResult.success(),
                    Duration.ZERO,
                    Clock.systemUTC());
        }
    }

    @Test
    void tokensThatNobodyCanJudgeCountByAddress() throws Exception {
        var address = address();
        var answers = new HashMap<Integer, Integer>();
        for (int call = 0; call < MANY; call++) {
            answers.merge(
                    send(from(address, "/api/auth/password", TestIssuer.customer())
                                    .POST(json("{}")))
                            .statusCode(),
                    1,
                    Integer::sum);
        }
        assertThat(answers).containsOnlyKeys(503, 429);
        assertThat(answers.get(503)).isGreaterThanOrEqualTo(BURST).isLessThan(MANY);
    }

    @Test
    void whoeverNeedsNoTokenNoticesNothing() throws Exception {
        assertThat(send(from(address(), "/api/search/products")).statusCode()).isEqualTo(200);
    }
}
