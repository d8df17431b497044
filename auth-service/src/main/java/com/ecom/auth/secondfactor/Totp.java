package com.ecom.auth.secondfactor;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time passwords (RFC 6238) as every authenticator app makes them: SHA-1, 30 seconds, six digits. */
final class Totp {

    static final String FORM = "[0-9]{6}";
    static final Duration STEP = Duration.ofSeconds(30);

    /** RFC 4226 recommends 160 bits. */
    static final int SECRET_BYTES = 20;

    private static final int DIGITS = 6;

    /** One step before and after, for clocks that differ and people who type slowly (RFC 6238, section 5.2). */
    private static final int TOLERANCE = 1;

    private Totp() {}

    static String codeAt(byte[] secret, Instant time) {
        return code(secret, stepOf(time));
    }

    /** The step that this is the code of, if it is one of those that count now. */
    static OptionalLong stepOf(byte[] secret, String code, Instant now) {
        var found = OptionalLong.empty();
        for (long step = stepOf(now) - TOLERANCE; step <= stepOf(now) + TOLERANCE; step++) {
            if (MessageDigest.isEqual(
                    code(secret, step).getBytes(StandardCharsets.US_ASCII), code.getBytes(StandardCharsets.US_ASCII))) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** What an authenticator app reads from a QR code. */
    static String uri(String account, byte[] secret) {
        return "otpauth://totp/Ecom:%s?secret=%s&issuer=Ecom&algorithm=SHA1&digits=%d&period=%d"
                .formatted(
                        URLEncoder.encode(account, StandardCharsets.UTF_8),
                        Base32.encode(secret),
                        DIGITS,
                        STEP.toSeconds());
    }

    private static long stepOf(Instant time) {
        return time.getEpochSecond() / STEP.toSeconds();
    }

    private static String code(byte[] secret, long step) {
        try {
            return new HmacOneTimePasswordGenerator(DIGITS)
                    .generateOneTimePasswordString(new SecretKeySpec(secret, "HmacSHA1"), step);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
