package com.ecom.proof.security.ground;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.local.stack.Names;
import com.ecom.shop.Gateway;
import com.ecom.shop.ShopHttp;
import com.ecom.shop.Shopper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A second issuer that a shop on trial trusts beside its own. So a forged token differs from a good one by exactly one
 * thing, and if it is refused, then for that.
 */
public final class Mint implements AutoCloseable {

    /** So that an attack which ends all sessions of an account does not end those of the attacks after it. */
    private static final long NEWEST = 1_000_000;

    private static final long LIFETIME_SECONDS = 1_800;

    private final RSAKey key;
    private final HttpServer server;
    private final AtomicReference<URI> shopsOwn = new AtomicReference<>();
    private @Nullable String session;

    public Mint() throws IOException {
        try {
            key = new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/jwks", this::publish);
        server.start();
    }

    /** What every service has to be told when the shop is started. */
    public Map<String, Map<String, String>> told() {
        var keys = Map.of(
                "ECOM_TOKENS_KEYS",
                "http://127.0.0.1:%d/jwks".formatted(server.getAddress().getPort()));
        return Names.SERVICES.stream().collect(Collectors.toMap(it -> it, _ -> keys));
    }

    /** Where the shop's own issuer is, once it is known. */
    public void besides(URI authService) {
        shopsOwn.set(authService);
    }

    public RSAKey key() {
        return key;
    }

    public String of(Role... roles) {
        return of(UUID.randomUUID(), roles);
    }

    public String of(UUID subject, Role... roles) {
        var claims = claims(subject);
        claims.put("roles", Arrays.stream(roles).map(Enum::name).toList());
        return sign(header(), claims);
    }

    public Map<String, Object> header() {
        var header = new LinkedHashMap<String, Object>();
        header.put("alg", "RS256");
        header.put("typ", "at+jwt");
        header.put("kid", key.getKeyID());
        return header;
    }

    /**
     * What a good token says, but for the roles. It names a session of somebody who is not attacked, and which nobody ends:
     * before operations of high risk the issuer looks whether it knows the session.
     */
    public Map<String, Object> claims(UUID subject) {
        var now = Instant.now().getEpochSecond();
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", "https://ecom.example/auth");
        claims.put("aud", "ecom");
        claims.put("sub", subject.toString());
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("sid", openSession());
        claims.put("uv", NEWEST);
        claims.put("iat", now);
        claims.put("exp", now + LIFETIME_SECONDS);
        return claims;
    }

    private synchronized String openSession() {
        if (session == null) {
            session = sessionOf(
                    Shopper.signUp(Gateway.at(shopsOwn().toString())).shop().token());
        }
        return session;
    }

    private static String sessionOf(String token) {
        try {
            return SignedJWT.parse(token).getJWTClaimsSet().getStringClaim("sid");
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private URI shopsOwn() {
        return Objects.requireNonNull(shopsOwn.get(), "The shop's own issuer is not known yet");
    }

    public String sign(Map<String, Object> header, Map<String, Object> claims) {
        return sign(json(header), json(claims));
    }

    public String sign(String header, String payload) {
        return sign(header, payload, key);
    }

    /** With RS256, whatever the header says. */
    public static String sign(String header, String payload, RSAKey key) {
        var content = encode(header) + "." + encode(payload);
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.toPrivateKey());
            signature.update(content.getBytes(UTF_8));
            return content + "." + Base64URL.encode(signature.sign());
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String encode(String text) {
        return Base64URL.encode(text).toString();
    }

    public static String json(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }

    private void publish(HttpExchange exchange) throws IOException {
        try (exchange) {
            var keys = new ArrayList<>(theShopsOwn().getKeys());
            keys.add(key.toPublicJWK());
            var body = new JWKSet(keys).toString().getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (ParseException e) {
            throw new IOException(e);
        }
    }

    /** Fails while they cannot be had: a service that asks then will ask again. */
    private JWKSet theShopsOwn() throws IOException, ParseException {
        var issuer = shopsOwn.get();
        if (issuer == null) {
            return new JWKSet();
        }
        try {
            return JWKSet.parse(ShopHttp.client()
                    .send(
                            HttpRequest.newBuilder(issuer.resolve("/api/auth/jwks"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    public byte[] publicKey() {
        try {
            return key().toPublicKey().getEncoded();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String pem(byte[] key) {
        return "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
                .formatted(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key));
    }

    /** Signed by a secret instead of a key. */
    public static String mac(String content, String mac, byte[] secret) {
        try {
            var signing = Mac.getInstance(mac);
            signing.init(new SecretKeySpec(secret, mac));
            return content + "." + Base64URL.encode(signing.doFinal(content.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
