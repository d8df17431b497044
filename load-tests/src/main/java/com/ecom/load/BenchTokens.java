package com.ecom.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/** Tokens of customers for a gateway that is told to believe them. */
record BenchTokens(KeyPair keys) {

    private static final int BITS = 2_048;
    private static final int LIFETIME_SECONDS = 3_600;

    static BenchTokens generate() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS);
        return new BenchTokens(generator.generateKeyPair());
    }

    /** The public key as a JSON Web Key Set. */
    String published() {
        var key = (RSAPublicKey) keys.getPublic();
        return "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"bench\",\"use\":\"sig\",\"alg\":\"RS256\",\"n\":\"%s\",\"e\":\"%s\"}]}"
                .formatted(number(key.getModulus()), number(key.getPublicExponent()));
    }

    /** Of somebody new. */
    String customer() throws GeneralSecurityException {
        var now = Instant.now().getEpochSecond();
        var content = encode("{\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"kid\":\"bench\"}".getBytes(UTF_8))
                + "."
                + encode("""
                        {"iss":"https://ecom.example/auth","aud":"ecom","sub":"%s","sid":"%s","roles":["CUSTOMER"],"iat":%d,"exp":%d}""".formatted(UUID.randomUUID(), UUID.randomUUID(), now, now + LIFETIME_SECONDS)
                        .getBytes(UTF_8));
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.getPrivate());
        signature.update(content.getBytes(UTF_8));
        return content + "." + encode(signature.sign());
    }

    private static String number(BigInteger value) {
        var bytes = value.toByteArray();
        return encode(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
