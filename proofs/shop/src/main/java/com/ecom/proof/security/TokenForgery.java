package com.ecom.proof.security;

import static com.ecom.proof.security.fixture.TrustedIssuer.encode;
import static com.ecom.proof.security.fixture.TrustedIssuer.json;
import static com.ecom.proof.security.fixture.TrustedIssuer.sign;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.ecom.proof.security.fixture.TrustedIssuer;
import com.nimbusds.jose.jwk.RSAKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tokens that are good but for one thing each: what is known to have been believed somewhere. */
final class TokenForgery {

    private final TrustedIssuer issuer;
    private final List<String> roles;
    private final RSAKey foreign;
    private final List<Forged> all = new ArrayList<>();

    private TokenForgery(TrustedIssuer issuer, RSAKey foreign, String role) {
        this.issuer = issuer;
        this.foreign = foreign;
        this.roles = List.of(role);
    }

    /**
     * All forgeries of a token with this role.
     *
     * @param foreign a key that nobody trusts
     */
    static List<Forged> of(TrustedIssuer issuer, RSAKey foreign, String role) {
        var forgery = new TokenForgery(issuer, foreign, role);
        forgery.algorithms();
        forgery.keys();
        forgery.headers();
        forgery.times();
        forgery.audiences();
        forgery.bearers();
        forgery.shapes();
        return List.copyOf(forgery.all);
    }

    private void algorithms() {
        for (var none : List.of("none", "None", "NONE", "nOnE", "")) {
            var unsigned = encode(json(header(it -> it.put("alg", none)))) + "." + payload() + ".";
            add("alg '%s' without a signature".formatted(none), unsigned);
            add("alg '%s' with a good signature".formatted(none), signed(header(it -> it.put("alg", none))));
        }
        add("no alg", signed(header(it -> it.remove("alg"))));
        add("alg null", signed(header(it -> it.put("alg", null))));
        for (var other : List.of("RS384", "RS512", "PS256", "ES256", "EdDSA", "RSA-OAEP", "rs256")) {
            add("alg " + other, signed(header(it -> it.put("alg", other))));
        }
        var publicKey = issuer.publicKey();
        var written = new LinkedHashMap<String, byte[]>();
        written.put("DER", publicKey);
        written.put("PEM", TrustedIssuer.pem(publicKey).getBytes(UTF_8));
        written.put("JWK", issuer.key().toPublicJWK().toJSONString().getBytes(UTF_8));
        for (var algorithm : List.of("HS256", "HS384", "HS512")) {
            written.forEach((form, key) -> add(algorithm + " with the public key as " + form, hmac(algorithm, key)));
        }
        add("HS256 with a well-known secret", hmac("HS256", "secret".getBytes(UTF_8)));
    }

    private void keys() {
        add("another key with its own kid", foreign(it -> it.put("kid", foreign.getKeyID())));
        add("another key with the kid of ours", foreign(_ -> {}));
        add("another key and no kid", foreign(it -> it.remove("kid")));
        for (var kid : List.of(
                "../../../../dev/null", "' or '1'='1", "https://evil.example/jwks", "", "x".repeat(4_000), "\u0000")) {
            add("kid " + kid.substring(0, Math.min(12, kid.length())), foreign(it -> it.put("kid", kid)));
        }
        add("kid is a number", foreign(it -> it.put("kid", 1)));
    }

    private void headers() {
        var jwk = foreign.toPublicJWK().toJSONObject();
        add("jwk", foreign(it -> it.put("jwk", jwk)));
        add("jku", foreign(it -> it.put("jku", "http://127.0.0.1:1/jwks")));
        add("x5u", foreign(it -> it.put("x5u", "http://127.0.0.1:1/cert")));
        add("x5c", foreign(it -> it.put("x5c", List.of("MIIB"))));
        add("crit with something unknown", signed(header(it -> {
            it.put("crit", List.of("x-evil"));
            it.put("x-evil", true);
        })));
        add("b64 false", signed(header(it -> {
            it.put("crit", List.of("b64"));
            it.put("b64", false);
        })));
        for (var type : List.of("JWT", "id+jwt", "rt+jwt", "at", "logout+jwt", "")) {
            add("typ " + type, signed(header(it -> it.put("typ", type))));
        }
        add("no typ", signed(header(it -> it.remove("typ"))));
        add("a JWT in a JWT", sign(json(header(it -> it.put("cty", "JWT"))), good(), issuer.key()));
    }

    private void times() {
        var now = Instant.now().getEpochSecond();
        add("expired", claims(it -> it.put("exp", now - 60)));
        add("expired long ago", claims(it -> it.put("exp", 0)));
        add("expired before time began", claims(it -> it.put("exp", -1)));
        add("no exp", claims(it -> it.remove("exp")));
        add("exp null", claims(it -> it.put("exp", null)));
        add("exp as text", claims(it -> it.put("exp", Long.toString(now + 600))));
        add("exp as a word", claims(it -> it.put("exp", "never")));
        add("exp as a list", claims(it -> it.put("exp", List.of(now + 600))));
        add("not yet", claims(it -> it.put("nbf", now + 600)));
        add("nbf as a word", claims(it -> it.put("nbf", "now")));
    }

    private void audiences() {
        for (var issuer : List.of(
                "https://elsewhere.example",
                "https://ecom.example/auth/",
                "https://ecom.example",
                "HTTPS://ECOM.EXAMPLE/AUTH",
                "")) {
            add("iss " + issuer, claims(it -> it.put("iss", issuer)));
        }
        add("no iss", claims(it -> it.remove("iss")));
        for (var audience : List.of("ecom-storefront", "eco", "ECOM", "", "some-service")) {
            add("aud " + audience, claims(it -> it.put("aud", audience)));
        }
        add("no aud", claims(it -> it.remove("aud")));
        add("no aud in a list", claims(it -> it.put("aud", List.of())));
        add("other auds in a list", claims(it -> it.put("aud", List.of("ecom2", "elsewhere"))));
    }

    private void bearers() {
        for (var subject :
                List.of("admin", "", "1", "*", UUID.randomUUID() + "' or '1'='1", "../" + UUID.randomUUID())) {
            add("sub " + subject, claims(it -> it.put("sub", subject)));
        }
        add("no sub", claims(it -> it.remove("sub")));
        add("sub is a number", claims(it -> it.put("sub", 1)));
        add("roles as text", claims(it -> it.put("roles", roles.getFirst())));
        add("roles as an object", claims(it -> it.put("roles", Map.of(roles.getFirst(), true))));
        add("roles null", claims(it -> it.put("roles", null)));
        add("no roles", claims(it -> it.remove("roles")));
        add("roles in a list in a list", claims(it -> it.put("roles", List.of(roles))));
        for (var role : List.of("EMPEROR", "admin", "ROLE_ADMIN", "\u0410DMIN", "ADMIN ", "ADMIN\u0000", "")) {
            add("role " + role, claims(it -> it.put("roles", List.of(role))));
        }
        add("roles in scope only", claims(it -> {
            it.remove("roles");
            it.put("scope", roles.getFirst());
        }));
    }

    private void shapes() {
        var good = good();
        var parts = good.split("\\.", 3);
        var other = issuer.claims(UUID.randomUUID());
        other.put("roles", List.of("ADMIN"));
        add("another payload", parts[0] + "." + encode(json(other)) + "." + parts[2]);
        add(
                "another header",
                encode("{\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"kid\":\"x\"}") + "." + parts[1] + "." + parts[2]);
        add("no signature", parts[0] + "." + parts[1] + ".");
        add("two parts", parts[0] + "." + parts[1]);
        add("a cut signature", good.substring(0, good.length() - 20));
        add("a turned signature", parts[0] + "." + parts[1] + "." + new StringBuilder(parts[2]).reverse());
        add("signature of another token", parts[0] + "." + payload() + "." + parts[2]);
        add("four parts", good + ".x");
        add("five parts", good + ".x.y");
        add("five empty parts", "....");
        add("a claim twice", issuer.sign(json(issuer.header()), twice()));
        add("a payload that is a list", issuer.sign(json(issuer.header()), "[]"));
        add("a payload that is no JSON", issuer.sign(json(issuer.header()), "admin"));
        add("a header that is no JSON", issuer.sign("RS256", json(claimsWith(_ -> {}))));
        add("an empty payload", issuer.sign(json(issuer.header()), ""));
        add("spaces within", parts[0] + ". " + parts[1] + "." + parts[2]);
        add("only dots", "..");
        add("a word", "null");
        all.add(new Forged("a good token as another scheme", Map.of("Authorization", List.of("Token " + good))));
        all.add(new Forged("a good token as a password", Map.of("Authorization", List.of("Basic " + good))));
        all.add(new Forged("a good token without a scheme", Map.of("Authorization", List.of(good))));
        all.add(new Forged("a scheme without a token", Map.of("Authorization", List.of("Bearer"))));
        all.add(new Forged("a good token in a cookie", Map.of("Cookie", List.of("access_token=" + good))));
        all.add(new Forged("a good token in another header", Map.of("X-Authorization", List.of("Bearer " + good))));
        all.add(new Forged(
                "who I say I am", Map.of("X-User-Id", List.of(UUID.randomUUID().toString()), "X-User-Roles", roles)));
        all.add(new Forged("two tokens", Map.of("Authorization", List.of("Bearer x", "Bearer " + good))));
        add("a huge token", signed(header(it -> it.put("x", "x".repeat(30_000)))));
    }

    private String twice() {
        var payload = json(claimsWith(_ -> {}));
        return payload.substring(0, payload.length() - 1) + ",\"roles\":[\"ADMIN\"]}";
    }

    private void add(String name, String token) {
        all.add(new Forged(name, Map.of("Authorization", List.of("Bearer " + token))));
    }

    private Map<String, Object> header(Consumer<Map<String, @Nullable Object>> change) {
        Map<String, @Nullable Object> header = new LinkedHashMap<>(issuer.header());
        change.accept(header);
        return uncheckedNonNull(header);
    }

    private Map<String, Object> claimsWith(Consumer<Map<String, @Nullable Object>> change) {
        Map<String, @Nullable Object> claims = new LinkedHashMap<>(issuer.claims(UUID.randomUUID()));
        claims.put("roles", roles);
        change.accept(claims);
        return uncheckedNonNull(claims);
    }

    /** JSON knows null, and writing it is the very attack. */
    @SuppressWarnings({"unchecked", "NullAway"})
    private static Map<String, Object> uncheckedNonNull(Map<String, @Nullable Object> map) {
        return (Map<String, Object>) (Map<?, ?>) map;
    }

    private String claims(Consumer<Map<String, @Nullable Object>> change) {
        return issuer.sign(issuer.header(), claimsWith(change));
    }

    private String good() {
        return claims(_ -> {});
    }

    private String payload() {
        return encode(json(claimsWith(_ -> {})));
    }

    private String signed(Map<String, Object> header) {
        return issuer.sign(header, claimsWith(_ -> {}));
    }

    private String foreign(Consumer<Map<String, @Nullable Object>> change) {
        return sign(json(header(change)), json(claimsWith(_ -> {})), foreign);
    }

    private String hmac(String algorithm, byte[] secret) {
        var mac = "HmacSHA" + algorithm.substring(2);
        return TrustedIssuer.mac(encode(json(header(it -> it.put("alg", algorithm)))) + "." + payload(), mac, secret);
    }
}
