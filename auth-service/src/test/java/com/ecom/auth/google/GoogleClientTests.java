package com.ecom.auth.google;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.ecom.auth.model.AuthRefusal;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which ID tokens are accepted: those that the provider's published keys signed, and nothing else. */
class GoogleClientTests {

    private static final String CLIENT = "shop-client";
    private static final String NONCE = "a nonce";

    private final RSAKey published = newKey();
    private HttpServer provider;
    private String issuer;
    private String namedIssuer;
    private String idToken = "";

    @BeforeEach
    void start() throws IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = "http://127.0.0.1:" + provider.getAddress().getPort();
        namedIssuer = issuer;
        provider.createContext(
                "/.well-known/openid-configuration",
                it -> answer(it, """
                {"issuer": "%s", "authorization_endpoint": "%s/authorize", "token_endpoint": "%s/token", "jwks_uri": "%s/keys"}
                """.formatted(namedIssuer, issuer, issuer, issuer)));
        provider.createContext("/keys", it -> answer(it, new JWKSet(published.toPublicJWK()).toString()));
        provider.createContext("/token", it -> answer(it, "{\"id_token\": \"%s\"}".formatted(idToken)));
        provider.start();
    }

    @AfterEach
    void stop() {
        provider.stop(0);
    }

    @Test
    void believesWhatThePublishedKeySigned() {
        idToken = signed(published, _ -> {});

        assertThat(identity()).satisfies(it -> {
            assertThat(it.issuer()).isEqualTo(issuer);
            assertThat(it.subject()).isEqualTo("ada");
            assertThat(it.emailVerified()).isTrue();
        });
    }

    @Test
    void refusesAnUnsignedToken() {
        idToken = new PlainJWT(claims(_ -> {})).serialize();

        refused();
    }

    @Test
    void refusesWhatAnotherKeyOfTheSameNameSigned() throws JOSEException {
        idToken = signed(new RSAKeyGenerator(2048).keyID(published.getKeyID()).generate(), _ -> {});

        refused();
    }

    @Test
    void refusesWhatIsSignedWithThePublicKeyAsASecret() throws JOSEException {
        idToken = signed(
                JWSAlgorithm.HS256, new MACSigner(published.toRSAPublicKey().getEncoded()), claims(_ -> {}));

        refused();
    }

    @Test
    void refusesWhatAnotherIssuerSaysOrWhatIsOver() {
        idToken = signed(published, it -> it.issuer("https://elsewhere.example"));
        refused();

        idToken = signed(
                published, it -> it.expirationTime(Date.from(Instant.now().minusSeconds(300))));
        refused();
    }

    @Test
    void callsNoProviderThatNamesAnotherIssuerThanTheConfiguredOne() {
        namedIssuer = "https://elsewhere.example";
        idToken = signed(published, _ -> {});

        refused();
    }

    private void refused() {
        assertThatExceptionOfType(AuthRefusal.SignInFailed.class).isThrownBy(this::identity);
    }

    private GoogleIdentity identity() {
        var properties = new GoogleProperties(
                CLIENT, "only for tests", URI.create(issuer), "https://shop.example/account/google");
        return new GoogleClient(properties).identityFor("code", NONCE, "verifier");
    }

    private String signed(RSAKey key, Consumer<JWTClaimsSet.Builder> changes) {
        try {
            return signed(JWSAlgorithm.RS256, new RSASSASigner(key), claims(changes));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String signed(JWSAlgorithm algorithm, JWSSigner signer, JWTClaimsSet claims) throws JOSEException {
        var header =
                new JWSHeader.Builder(algorithm).keyID(published.getKeyID()).build();
        var token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }

    private JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> changes) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject("ada")
                .audience(CLIENT)
                .claim("nonce", NONCE)
                .claim("email", "ada@example.com")
                .claim("email_verified", true)
                .expirationTime(Date.from(Instant.now().plusSeconds(300)));
        changes.accept(claims);
        return claims.build();
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        try (exchange) {
            var body = json.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("the one").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
