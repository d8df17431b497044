package com.ecom.core.secrets;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Encrypts secrets for whoever has the private key (JWE, RFC 7516: ECDH-ES on P-256, A256GCM). Safe for many threads. */
public final class SecretSealer {

    private static final JWEHeader HEADER = new JWEHeader(JWEAlgorithm.ECDH_ES, EncryptionMethod.A256GCM);

    private final ECPublicKey key;

    /** @param publicKey an EC key on P-256, as X.509 in Base64 */
    public SecretSealer(String publicKey) {
        try {
            key = (ECPublicKey) KeyFactory.getInstance("EC")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey)));
        } catch (GeneralSecurityException | IllegalArgumentException | ClassCastException e) {
            throw new IllegalArgumentException("This is no public key on the curve P-256", e);
        }
    }

    public String seal(String secret) {
        var sealed = new JWEObject(HEADER, new Payload(secret));
        try {
            sealed.encrypt(new ECDHEncrypter(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("A secret cannot be sealed", e);
        }
        return sealed.serialize();
    }
}
