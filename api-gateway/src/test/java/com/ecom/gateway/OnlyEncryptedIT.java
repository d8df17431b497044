package com.ecom.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HSTS for requests over TLS (RFC 6797), which a proxy in front of the gateway terminates. */
class OnlyEncryptedIT extends StrictGatewayScenario {

    @ParameterizedTest
    @ValueSource(strings = {"/api/products", "/no/such/path"})
    void aBrowserThatCameEncryptedIsToldToStaySo(String path) throws Exception {
        var answer = send(from(address(), path).header("X-Forwarded-Proto", "https"));

        assertThat(answer.headers().allValues("Strict-Transport-Security"))
                .containsExactly("max-age=31536000; includeSubDomains");
    }

    @Test
    void nobodyElseIsToldEvenByAService() throws Exception {
        upstream.answers("/api/products", exchange -> {
            exchange.getResponseHeaders().set("Strict-Transport-Security", "max-age=0");
            exchange.sendResponseHeaders(200, -1);
        });

        assertThat(send(from(address(), "/api/products").header("X-Forwarded-Proto", "http"))
                        .headers()
                        .firstValue("Strict-Transport-Security"))
                .isEmpty();
    }
}
