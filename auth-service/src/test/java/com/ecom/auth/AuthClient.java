package com.ecom.auth;

import com.ecom.core.security.TokenProperties;
import com.ecom.core.security.Tokens;
import com.ecom.test.Shop;
import com.ecom.test.TestIssuer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.BodyContentSpec;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** What a client of this service does. */
public record AuthClient(Shop shop) {

    public static final String PASSWORD = "correct horse battery";

    public static String newEmail() {
        return UUID.randomUUID() + "@example.com";
    }

    public ResponseSpec post(String path, Object body) {
        return shop.anonymously()
                .post()
                .uri("/api/auth/" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    public Granted signUp(String email) {
        return granted(post("signup", Map.of("email", email, "password", PASSWORD)), HttpStatus.CREATED);
    }

    public Granted logIn(String email) {
        return granted(post("login", Map.of("email", email, "password", PASSWORD)), HttpStatus.OK);
    }

    public Granted refresh(Granted earlier) {
        return granted(tryToRefresh(earlier), HttpStatus.OK);
    }

    public ResponseSpec tryToRefresh(Granted earlier) {
        return post("refresh", Map.of("refreshToken", String.valueOf(earlier.refreshToken)));
    }

    /** As the owner of these tokens, to the service under test. */
    public RestTestClient as(Granted granted) {
        return shop.withToken(trusted(granted));
    }

    public ResponseSpec post(Granted granted, String path, Object body) {
        return as(granted)
                .post()
                .uri("/api/auth/" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    public static Granted granted(ResponseSpec answer, HttpStatus expected) {
        var body = answer.expectStatus()
                .isEqualTo(expected)
                .expectBody(Granted.class)
                .returnResult()
                .getResponseBody();
        return Objects.requireNonNull(body);
    }

    /** As every other service reads it: with our published keys and the rules that all share. */
    public Jwt read(String accessToken) {
        var properties = new TokenProperties(
                URI.create(shop.baseUrl() + "/api/auth/jwks"),
                "https://ecom.example/auth",
                "ecom",
                Duration.ofSeconds(30));
        var decoder = new NimbusJwtDecoder(Tokens.processor(properties));
        decoder.setJwtValidator(Tokens.validator(properties));
        return decoder.decode(accessToken);
    }

    /** The same claims, signed by the issuer that the service under test is configured to trust. */
    public String trusted(Granted granted) {
        var token = read(granted.accessToken);
        return TestIssuer.token(claims -> claims.subject(token.getSubject())
                .claim("sid", token.getClaimAsString("sid"))
                .claim("uv", token.getClaim("uv"))
                .claim("email", token.getClaimAsString("email"))
                .claim("roles", List.copyOf(token.getClaimAsStringList("roles"))));
    }

    /** What the service says of a token. */
    public BodyContentSpec validate(Granted granted) {
        return validate(trusted(granted));
    }

    public BodyContentSpec validate(String token) {
        return shop.withToken(token)
                .get()
                .uri("/api/auth/validate")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    public record Granted(
            String accessToken, @Nullable String refreshToken, String tokenType, long expiresIn, UUID userId) {}
}
