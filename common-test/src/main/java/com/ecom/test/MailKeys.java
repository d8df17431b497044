package com.ecom.test;

import com.ecom.core.secrets.SecretOpener;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;

/** The keys by which mails get their secrets, made anew for each run of tests. */
public final class MailKeys {

    private static final KeyPair PAIR = pair();

    private MailKeys() {}

    /** What auth-service seals with. */
    public static String publicKey() {
        return Base64.getEncoder().encodeToString(PAIR.getPublic().getEncoded());
    }

    static String privateKey() {
        return Base64.getEncoder().encodeToString(PAIR.getPrivate().getEncoded());
    }

    /** What the mail would say. */
    public static String open(String sealed) {
        return new SecretOpener(List.of(privateKey())).open(sealed);
    }

    private static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
