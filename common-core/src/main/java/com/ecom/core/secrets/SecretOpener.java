package com.ecom.core.secrets;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.text.ParseException;
import java.util.Base64;
import java.util.List;

/** Opens what a {@link SecretSealer} has sealed for one of our keys: while keys are exchanged there are two. */
public final class SecretOpener {

    private final List<ECPrivateKey> keys;

    /** @param privateKeys EC keys on P-256, as PKCS #8 in Base64 */
    public SecretOpener(List<String> privateKeys) {
        keys = privateKeys.stream().map(SecretOpener::read).toList();
    }

    /** @throws IllegalStateException if it was sealed for somebody else, or changed on its way */
    public String open(String sealed) {
        for (var key : keys) {
            try {
                var secret = JWEObject.parse(sealed);
                secret.decrypt(new ECDHDecrypter(key));
                return secret.getPayload().toString();
            } catch (JOSEException | ParseException e) {
                // Perhaps with the next key; nothing of it is repeated.
            }
        }
        throw new IllegalStateException("A secret does not open with any of our keys");
    }

    private static ECPrivateKey read(String key) {
        try {
            return (ECPrivateKey) KeyFactory.getInstance("EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(key)));
        } catch (GeneralSecurityException | IllegalArgumentException | ClassCastException e) {
            // What was given is not repeated.
            throw new IllegalArgumentException("This is no private key on the curve P-256");
        }
    }
}
