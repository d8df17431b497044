package com.ecom.local.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The passwords of one stack, all derived from one random key that only its owner can read. */
public final class Secrets {

    private static final int LENGTH = 24;

    private final byte[] key;

    private Secrets(byte[] key) {
        this.key = key;
    }

    /** The secrets of this folder, made up the first time. */
    public static Secrets of(StackFolder folder) throws IOException {
        var file = Files.createDirectories(folder.path()).resolve("secret");
        if (!Files.exists(file)) {
            makeUp(file);
        }
        return new Secrets(HexFormat.of().parseHex(Files.readString(file).strip()));
    }

    /** A password: always the same for the same purpose. */
    public String of(String purpose) {
        return Base64.getUrlEncoder().encodeToString(derive(purpose)).substring(0, LENGTH);
    }

    /** A key of 256 bits, in Base64: always the same for the same purpose. */
    String key(String purpose) {
        return Base64.getEncoder().encodeToString(derive(purpose));
    }

    private byte[] derive(String purpose) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void makeUp(Path file) throws IOException {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createFile(file, ownerOnly);
        Files.writeString(file, HexFormat.of().formatHex(key));
    }
}
