package com.ecom.gateway.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.ecom.gateway.problems.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

class BearerTests {

    @ParameterizedTest
    @ValueSource(strings = {"Bearer aZ09-._~+/==", "bearer aZ09-._~+/==", "BEARER aZ09-._~+/=="})
    void readsATokenAsItWasSent(String header) {
        assertThat(tokenIn(header)).isEqualTo("aZ09-._~+/==");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic YTpi", "", " Bearer a", "Bear a", "Token a"})
    void whoeverSaysSomethingElseBringsNone(String header) {
        assertThat(tokenIn(header)).isNull();
    }

    @Test
    void whoeverSaysNothingBringsNone() {
        assertThat(Bearer.tokenIn(new HttpHeaders())).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer ",
                "Bearer  a",
                "Bearer a b",
                "Bearer a,b",
                "Bearer =",
                "Bearer a=b",
                "Bearer a\u00e9",
                "Bearer,a",
                "Bearer\ta",
                "BearerX"
            })
    void whatCannotBeATokenIsNotValid(String header) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> tokenIn(header))
                .satisfies(it -> assertThat(it.code()).isEqualTo("AUTH_TOKEN_INVALID"));
    }

    private static @Nullable String tokenIn(String header) {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.AUTHORIZATION, header);
        return Bearer.tokenIn(headers);
    }
}
