package com.ecom.auth.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Random values that mean nothing, and the only form in which they are kept. */
public final class Secret {

    /** What a fresh one looks like. */
    public static final String FORM = "[A-Za-z0-9_-]{43}";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private Secret() {}

    /** 256 random bits. */
    public static String fresh() {
        return of(bytes(BYTES));
    }

    public static String of(byte[] bits) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    public static byte[] bytes(int count) {
        var bits = new byte[count];
        RANDOM.nextBytes(bits);
        return bits;
    }

    /** SHA-256, in hexadecimal digits: sufficient for random secrets, and for nothing else. */
    public static String hashOf(String value) {
        return HexFormat.of().formatHex(sha256(value));
    }

    public static byte[] sha256(String value) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
