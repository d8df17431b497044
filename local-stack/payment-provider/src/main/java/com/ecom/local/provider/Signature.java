package com.ecom.local.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs webhooks with HMAC-SHA256 over the time and the body, as Stripe does. */
final class Signature {

    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] secret;

    Signature(String secret) {
        this.secret = secret.getBytes(UTF_8);
    }

    String of(byte[] body) {
        var time = Long.toString(Instant.now().getEpochSecond());
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            mac.update((time + ".").getBytes(UTF_8));
            return "t=%s,v1=%s".formatted(time, HexFormat.of().formatHex(mac.doFinal(body)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
