package com.ecom.proof.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ecom.shop.ShopHttp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The release pipeline, as far as the gateway hears of it. */
record Pipeline(String secret) {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int ACCEPTED = 202;

    /** With a secret that only this run knows. */
    static Pipeline ofThisRun() {
        return new Pipeline(UUID.randomUUID() + "-" + UUID.randomUUID());
    }

    /** Reports that a rollback was tried and went well. */
    void reportDrill(URI gateway) throws IOException, InterruptedException, GeneralSecurityException {
        var body = "{\"event\": \"drill\", \"environment\": \"staging\", \"status\": \"passed\"}";
        var seconds = String.valueOf(Instant.now().getEpochSecond());
        var answer = ShopHttp.client()
                .send(
                        HttpRequest.newBuilder(gateway.resolve("/internal/release-gate/callbacks"))
                                .header("Content-Type", "application/json")
                                .header("X-Ecom-Signature", "t=%s,v1=%s".formatted(seconds, sign(seconds + "." + body)))
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
        if (answer.statusCode() != ACCEPTED) {
            throw new IOException("The gateway answered %d: %s".formatted(answer.statusCode(), answer.body()));
        }
    }

    private String sign(String text) throws GeneralSecurityException {
        var mac = Mac.getInstance(ALGORITHM);
        mac.init(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
    }
}
