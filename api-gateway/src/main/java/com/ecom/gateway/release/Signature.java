package com.ecom.gateway.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Verifies signature and age of a callback: {@code t=<seconds>,v1=<hex>}, an HMAC-SHA256 over {@code <t>.<raw body>}. Two
 * secrets are valid during a rotation.
 */
class Signature {

    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern FORM = Pattern.compile("t=(\\d{1,12}),v1=([0-9a-f]{64})");
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final List<String> secrets;

    Signature(List<String> secrets) {
        this.secrets = List.copyOf(secrets);
    }

    boolean isGenuine(String header, byte[] body, Instant now) {
        var form = FORM.matcher(header);
        if (!form.matches()) {
            return false;
        }
        var signedAt = Instant.ofEpochSecond(Long.parseLong(form.group(1)));
        if (Duration.between(signedAt, now).abs().compareTo(WINDOW) > 0) {
            return false;
        }
        var given = HexFormat.of().parseHex(form.group(2));
        return secrets.stream().anyMatch(it -> MessageDigest.isEqual(given, sign(it, form.group(1), body)));
    }

    static byte[] sign(String secret, String seconds, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM));
            mac.update((seconds + ".").getBytes(UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
