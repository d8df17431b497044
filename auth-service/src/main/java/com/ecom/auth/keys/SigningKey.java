package com.ecom.auth.keys;

import com.ecom.auth.secrets.OutsideTransaction;
import io.jsonwebtoken.security.Jwks;
import io.jsonwebtoken.security.RsaPublicJwk;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;

/**
 * A pair of RSA keys that we sign with.
 *
 * @param id the public key's thumbprint (RFC 7638), so that two keys never share one
 */
public record SigningKey(String id, RSAPublicKey publicKey, RSAPrivateKey privateKey) {

    /** As hard to break as a symmetric key of 128 bits (NIST SP 800-57). */
    private static final int BITS = 3072;

    static SigningKey of(KeyPair pair) {
        var publicKey = (RSAPublicKey) pair.getPublic();
        return new SigningKey(jwkOf(publicKey).getId(), publicKey, (RSAPrivateKey) pair.getPrivate());
    }

    /**
     * Takes seconds on a busy machine.
     *
     * @throws IllegalStateException within a transaction, for others wait for what it has locked
     */
    static SigningKey fresh() {
        OutsideTransaction.require("Making a key");
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return of(generator.generateKeyPair());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    RsaPublicJwk jwk() {
        return jwkOf(publicKey);
    }

    private static RsaPublicJwk jwkOf(RSAPublicKey key) {
        return Jwks.builder().key(key).idFromThumbprint().build();
    }

    @Override
    public String toString() {
        return "SigningKey[%s]".formatted(id);
    }
}
