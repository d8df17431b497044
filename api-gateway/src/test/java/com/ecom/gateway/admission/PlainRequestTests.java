package com.ecom.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;

class PlainRequestTests {

    private static final String PIECES = "aZ09-_/.%;\\:+~!'()*@ &=\u00e9\u2028\u0000\n";

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/api/orders", "/api/orders/", "/api/orders/0198c0de-0000-7000-8000-00000000c001/cancel"})
    void mostPathsArePlain(String path) {
        assertThat(PlainRequest.isPlain(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "api",
                "//",
                "//api",
                "/api//orders",
                "/api/..",
                "/api/./orders",
                "/api/orders;a=b",
                "/api/%6frders",
                "/api/\\orders",
                "/api/orders\n",
                "/api/\u00f6rders",
                "*"
            })
    void whatTwoReadersMightUnderstandDifferentlyIsNot(String path) {
        assertThat(PlainRequest.isPlain(path)).isFalse();
    }

    @Test
    void theFirewallWouldFindNothingInAPlainRequest() {
        var firewall = new StrictServerWebExchangeFirewall();
        var chance = new Random(7);
        int plain = 0;
        for (int i = 0; i < 20_000; i++) {
            var path = somePath(chance);
            if (PlainRequest.isPlain(path)) {
                plain++;
                var request = MockServerHttpRequest.method(HttpMethod.GET, URI.create("http://shop.example" + path))
                        .build();
                assertThat(PlainRequest.isPlain(request)).isTrue();
                assertThat(firewall.getFirewalledExchange(MockServerWebExchange.from(request))
                                .block())
                        .as(path)
                        .isNotNull();
            }
        }
        assertThat(plain).isGreaterThan(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "CONNECT", "OPTIONS", "BREW"})
    void noOtherMethodIsPlain(String method) {
        assertThat(PlainRequest.isPlain(MockServerHttpRequest.method(HttpMethod.valueOf(method), "/api/orders")
                        .build()))
                .isFalse();
    }

    private static String somePath(Random chance) {
        var path = new StringBuilder("/");
        for (int length = chance.nextInt(6); length > 0; length--) {
            path.append(PIECES.charAt(chance.nextInt(chance.nextBoolean() ? 7 : PIECES.length())));
        }
        return path.toString();
    }
}
