package com.ecom.payment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** What the provider simulator would send about the payment of one order, sent by the test. */
abstract class WebhookTest extends PaymentTest {

    @Value("${ecom.payment.provider.webhook-secret}")
    String secret;

    String webhookOf(String type, long amount) {
        return """
                {"eventId":"evt_%s","type":"%s","orderId":"%s","amount":%d,"currency":"USD"}""".formatted(UUID.randomUUID(), type, order, amount);
    }

    ResponseSpec webhook(String body, Duration shift, String key) {
        return post(body, signature(body, Instant.now().plus(shift), key));
    }

    ResponseSpec post(String body, String signature) {
        return shop.anonymously()
                .post()
                .uri("/api/payments/webhooks/simulator")
                .header("Provider-Signature", signature)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    static String signature(String body, Instant at, String key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
            var signed = mac.doFinal((at.getEpochSecond() + "." + body).getBytes(UTF_8));
            return "t=%d,v1=%s".formatted(at.getEpochSecond(), HexFormat.of().formatHex(signed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String outcomeOf(ResponseSpec answer) {
        return body(answer.expectStatus().isOk()).path("status").asString();
    }
}
