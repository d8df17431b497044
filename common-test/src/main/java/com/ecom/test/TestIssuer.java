package com.ecom.test;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ecom.core.security.AccessPolicy.Role;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Stands in for auth-service in tests of the others: it publishes its keys over HTTP and signs as auth-service does. */
public final class TestIssuer {

    private static final RSAKey KEY = newKey();
    private static final HttpServer SERVER = publish(KEY);

    private TestIssuer() {}

    public static String keysUrl() {
        return "http://127.0.0.1:%d/jwks".formatted(SERVER.getAddress().getPort());
    }

    /** Somebody new with these roles. */
    public static Bearer bearer(Role... roles) {
        return bearer(UUID.randomUUID(), roles);
    }

    public static Bearer bearer(UUID id, Role... roles) {
        var email = "%s@example.com".formatted(id.toString().substring(0, 8));
        return new Bearer(
                id,
                email,
                token(claims -> claims.subject(id.toString())
                        .claim("email", email)
                        .claim("roles", Stream.of(roles).map(Enum::name).toList())));
    }

    public static Bearer customer() {
        return bearer(Role.CUSTOMER);
    }

    /** A token that is valid but for what the changes make of it. */
    public static String token(Consumer<JWTClaimsSet.Builder> changes) {
        var claims = new JWTClaimsSet.Builder()
                .issuer("https://ecom.example/auth")
                .audience("ecom")
                .subject(UUID.randomUUID().toString())
                .jwtID(UUID.randomUUID().toString())
                .claim("sid", UUID.randomUUID().toString())
                .claim("roles", List.of("CUSTOMER"))
                .issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(5))));
        changes.accept(claims);
        return sign(new JOSEObjectType("at+jwt"), claims.build());
    }

    public static String sign(JOSEObjectType type, JWTClaimsSet claims) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .type(type)
                    .keyID(KEY.getKeyID())
                    .build();
            var jwt = new SignedJWT(header, claims);
            jwt.sign(new RSASSASigner(KEY));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpServer publish(RSAKey key) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var keys = new JWKSet(key.toPublicJWK()).toString().getBytes(UTF_8);
            server.createContext("/jwks", exchange -> {
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, keys.length);
                try (var body = exchange.getResponseBody()) {
                    body.write(keys);
                }
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Somebody with a token. */
    public record Bearer(UUID id, String email, String token) {}
}
