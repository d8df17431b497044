package com.ecom.payment.webhooks;

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
 * Whether the provider really said this, and lately: {@code t=<seconds>,v1=<hex>[,v1=<hex>]}, an HMAC-SHA256 over
 * {@code <t>.<raw body>}. Two secrets may be valid while one replaces the other; the time has a window both ways.
 */
class WebhookSignature {

    private static final Pattern FORM = Pattern.compile("t=(\\d{1,12})((?:,v1=[0-9a-f]{64}){1,5})");
    private static final Duration TOO_OLD = Duration.ofMinutes(5);
    private static final Duration TOO_EARLY = Duration.ofMinutes(1);

    private final List<byte[]> secrets;

    WebhookSignature(List<String> secrets) {
        this.secrets = secrets.stream().map(it -> it.getBytes(UTF_8)).toList();
    }

    boolean isGenuine(String header, byte[] body, Instant now) {
        var form = FORM.matcher(header);
        if (!form.matches()) {
            return false;
        }
        var at = Instant.ofEpochSecond(Long.parseLong(form.group(1)));
        if (at.isBefore(now.minus(TOO_OLD)) || at.isAfter(now.plus(TOO_EARLY))) {
            return false;
        }
        var given = List.of(form.group(2).substring(4).split(",v1="));
        return secrets.stream().anyMatch(secret -> matchesAny(given, sign(secret, form.group(1), body)));
    }

    private static boolean matchesAny(List<String> given, byte[] expected) {
        return given.stream()
                .anyMatch(it -> MessageDigest.isEqual(HexFormat.of().parseHex(it), expected));
    }

    private static byte[] sign(byte[] secret, String time, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update((time + ".").getBytes(UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
