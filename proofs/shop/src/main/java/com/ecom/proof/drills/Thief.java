package com.ecom.proof.drills;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.ecom.local.MySql;
import com.ecom.proof.security.fixture.TrustedIssuer;
import com.ecom.shop.Gateway;
import com.ecom.shop.ShopSaysNo;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Somebody who signs access tokens with our key, and tries to move stock with them. */
final class Thief implements AutoCloseable {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int MILLIS_BETWEEN = 40;

    private final Gateway door;
    private final ScheduledExecutorService tries = Executors.newScheduledThreadPool(2);
    private volatile String token = "";

    Thief(Gateway door) {
        this.door = door;
    }

    /**
     * Reads the newest key, and signs with it what an administrator's token says, of a session that there never was.
     *
     * @param sealingKey what auth-service keeps in its settings, in Base64
     */
    void steal(MySql database, String sealingKey, String administrators)
            throws SQLException, GeneralSecurityException, ParseException {
        var copied = SignedJWT.parse(administrators);
        var claims = new LinkedHashMap<String, Object>(copied.getJWTClaimsSet().toJSONObject());
        claims.put("sid", UUID.randomUUID().toString());
        claims.put("jti", UUID.randomUUID().toString());
        var id = copied.getHeader().getKeyID();
        token = TrustedIssuer.sign(
                TrustedIssuer.json(copied.getHeader().toJSONObject()),
                TrustedIssuer.json(claims),
                read(database, id, sealingKey));
    }

    String token() {
        return token;
    }

    void goOn() {
        for (var i = 0; i < 2; i++) {
            var _ = tries.scheduleAtFixedRate(this::moveStock, 0, MILLIS_BETWEEN, TimeUnit.MILLISECONDS);
        }
    }

    private void moveStock() {
        try {
            door.as(token)
                    .postOnce(
                            "/api/admin/inventory/adjustments",
                            Map.of("sku", "STOLEN-1", "change", 1),
                            UUID.randomUUID().toString());
        } catch (ShopSaysNo e) {
            // Tried again.
        }
    }

    private static RSAKey read(MySql database, String id, String sealingKey)
            throws SQLException, GeneralSecurityException {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var query = connection.prepareStatement(
                        "select public_key, sealed_private_key from ecom_auth.signing_key where id = ?")) {
            query.setString(1, id);
            try (var row = query.executeQuery()) {
                row.next();
                var rsa = KeyFactory.getInstance("RSA");
                var publicKey = (RSAPublicKey) rsa.generatePublic(new X509EncodedKeySpec(row.getBytes(1)));
                var privateKey = (RSAPrivateKey)
                        rsa.generatePrivate(new PKCS8EncodedKeySpec(open(id, row.getBytes(2), sealingKey)));
                return new RSAKey.Builder(publicKey)
                        .privateKey(privateKey)
                        .keyID(id)
                        .build();
            }
        }
    }

    /** As auth-service does it. */
    private static byte[] open(String id, byte[] sealed, String sealingKey) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(Base64.getDecoder().decode(sealingKey), "AES"),
                new GCMParameterSpec(TAG_BITS, Arrays.copyOf(sealed, NONCE_BYTES)));
        cipher.updateAAD(id.getBytes(US_ASCII));
        return cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
    }

    @Override
    public void close() {
        tries.shutdownNow();
    }
}
