package com.ecom.auth.secrets;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Seals private keys and other secrets with AES-256-GCM, each bound to the id it is kept under. The key to it all is never in the database. */
@Component
public class KeySeal {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKey key;

    KeySeal(@Value("${ecom.auth.key-encryption-key}") String keyEncryptionKey) {
        this.key = new SecretKeySpec(decoded(keyEncryptionKey), "AES");
    }

    public byte[] seal(String id, byte[] secret) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var sealed = run(Cipher.ENCRYPT_MODE, id, nonce, secret);
        return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    public byte[] open(String id, byte[] sealed) {
        var nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        return run(Cipher.DECRYPT_MODE, id, nonce, Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length));
    }

    /** The same 256 bits for the same text each time, unpredictable without the key. */
    public byte[] derive(String purpose, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
            var derived = mac.doFinal(("ecom " + purpose).getBytes(UTF_8));
            mac.init(new SecretKeySpec(derived, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] run(int mode, String id, byte[] nonce, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(id.getBytes(US_ASCII));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "What is kept as %s does not open with ecom.auth.key-encryption-key".formatted(id), e);
        }
    }

    private static byte[] decoded(String keyEncryptionKey) {
        try {
            var bytes = Base64.getDecoder().decode(keyEncryptionKey);
            if (bytes.length == 32) {
                return bytes;
            }
        } catch (IllegalArgumentException _) {
            // Said below, without repeating what was given.
        }
        throw new IllegalArgumentException("ecom.auth.key-encryption-key must be 32 random bytes in Base64");
    }
}
