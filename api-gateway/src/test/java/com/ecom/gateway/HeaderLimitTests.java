package com.ecom.gateway;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.HttpHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderLimitTests {

    /** As if the server had let all of it through. */
    private final HttpHeaders headers =
            DefaultHttpHeadersFactory.headersFactory().withValidation(false).newHeaders();

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\rb", "\u0000", "a\u007f", "\u0085"})
    void refusesControlCharactersInValuesAndNames(String text) {
        headers.set("X-Some", text);
        refuses("MALFORMED_REQUEST");

        headers.clear();
        headers.set(text, "a");
        refuses("MALFORMED_REQUEST");
    }

    @Test
    void takesTextOfAnyLanguageAndTabs() {
        headers.set("X-Some", "a\tb Grüße");

        assertThatCode(() -> HeaderLimit.check(headers)).doesNotThrowAnyException();
    }

    @Test
    void refusesTheHundredAndFirstWhereverItIs() {
        for (int i = 0; i < 50; i++) {
            headers.set("X-Some-" + i, "a");
            headers.add("X-Same", "a");
        }
        assertThatCode(() -> HeaderLimit.check(headers)).doesNotThrowAnyException();

        headers.add("X-Same", "a");
        refuses("TOO_MANY_HEADERS");
    }

    @Test
    void refusesTwoTokensHoweverTheyAreWritten() {
        headers.add("Authorization", "Bearer a");
        headers.add("authorization", "Bearer b");

        refuses("MALFORMED_REQUEST");
    }

    private void refuses(String code) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> HeaderLimit.check(headers))
                .matches(it -> it.code().equals(code), code);
    }
}
