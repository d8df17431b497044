package com.ecom.gateway.admission;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.ecom.gateway.problems.Refused;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.HttpHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderLimitTests {

    /** As if the server had let all of it through. */
    private final HttpHeaders headers =
            DefaultHttpHeadersFactory.headersFactory().withValidation(false).newHeaders();

    @Test
    void whatMayComeTwiceMay() {
        headers.add("Accept", "text/plain");
        headers.add("Accept", "application/json");
        headers.add("Host", "shop.example");

        assertThatNoException().isThrownBy(() -> HeaderLimit.check(headers));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host", "Authorization"})
    void whatTwoReadersCouldReadInTwoWaysIsRefused(String name) {
        headers.add(name, "one");
        headers.add(name, "another");

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> HeaderLimit.check(headers));
    }
}
