package com.ecom.core.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokensTests {

    private final AtomicInteger fetched = new AtomicInteger();
    private RSAKey key;
    private HttpServer issuer;
    private TokenProperties properties;

    @BeforeEach
    void publish() throws Exception {
        key = new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
        var document = new JWKSet(key.toPublicJWK()).toString().getBytes(UTF_8);
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer.createContext("/jwks", exchange -> {
            fetched.incrementAndGet();
            exchange.sendResponseHeaders(200, document.length);
            try (var body = exchange.getResponseBody()) {
                body.write(document);
            }
        });
        issuer.start();
        properties = new TokenProperties(
                URI.create(
                        "http://127.0.0.1:%d/jwks".formatted(issuer.getAddress().getPort())),
                "https://ecom.example/auth",
                "ecom",
                Duration.ofSeconds(30));
    }

    @AfterEach
    void stop() {
        issuer.stop(0);
    }

    @Test
    void theKeysOutliveAnOutageOfTheirIssuer() throws Exception {
        var cached = Duration.ofMillis(2_200);
        var source = Tokens.keysOf(properties, cached, Duration.ofMillis(100), Duration.ofMillis(10));
        assertThat(source.get(byId(key.getKeyID()), null)).hasSize(1);

        issuer.stop(0);
        var expired = Instant.now().plus(cached).plusMillis(300);

        await().atMost(Duration.ofSeconds(10)).until(() -> Instant.now().isAfter(expired));
        assertThat(source.get(byId(key.getKeyID()), null)).hasSize(1);
    }

    @Test
    void inventedKeyIdsDoNotMakeUsAskAgainAndAgain() throws Exception {
        var source = Tokens.keysOf(properties, Duration.ofMinutes(5), Duration.ofSeconds(30), Duration.ofSeconds(30));
        var refused = 0;
        for (int i = 0; i < 1_000; i++) {
            var invented = byId("invented-" + i);
            try {
                assertThat(source.get(invented, null)).isEmpty();
            } catch (KeySourceException tooOften) {
                refused++;
            }
        }

        assertThat(refused).isPositive();
        assertThat(fetched.get()).isLessThanOrEqualTo(2);
        assertThat(source.get(byId(key.getKeyID()), null)).hasSize(1);
    }

    private static JWKSelector byId(String id) {
        return new JWKSelector(new JWKMatcher.Builder().keyID(id).build());
    }
}
