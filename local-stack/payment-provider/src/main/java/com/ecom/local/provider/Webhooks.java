package com.ecom.local.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.UUID;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/** Tells the merchant what happened: signed, not before the answer to its cause, and again until it is taken. */
class Webhooks {

    private static final int ATTEMPTS = 6;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final URI target;
    private final byte[] secret;
    private final JsonMapper json;
    private final Supplier<Moods> moods;

    Webhooks(URI target, String secret, JsonMapper json, Supplier<Moods> moods) {
        this.target = target;
        this.secret = secret.getBytes(UTF_8);
        this.json = json;
        this.moods = moods;
    }

    void announce(Payment payment) {
        var mood = moods.get();
        if (Moods.strikes(mood.loseWebhooks())) {
            return;
        }
        var news = new LinkedHashMap<String, Object>();
        news.put("eventId", "evt_" + UUID.randomUUID());
        news.put("type", "payment." + payment.status());
        news.put("orderId", payment.orderId());
        news.put("amount", payment.amount());
        news.put("currency", payment.currency());
        news.put("reason", payment.reason());
        news.put("actionUrl", payment.actionUrl());
        var body = json.writeValueAsBytes(news);
        var times = Moods.strikes(mood.duplicateWebhooks()) ? 2 : 1;
        for (int i = 0; i < times; i++) {
            Thread.ofVirtual().name("webhook").start(() -> deliver(body, mood.webhookDelayMillis()));
        }
    }

    private void deliver(byte[] body, long delay) {
        try {
            Thread.sleep(delay);
            for (int attempt = 1; attempt <= ATTEMPTS && !taken(body); attempt++) {
                Thread.sleep(Duration.ofSeconds(1L << attempt));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean taken(byte[] body) throws InterruptedException {
        var request = HttpRequest.newBuilder(target)
                .timeout(Duration.ofSeconds(5))
                .header("Content-Type", "application/json")
                .header("Provider-Signature", signatureOf(body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() / 100 == 2;
        } catch (IOException e) {
            return false;
        }
    }

    private String signatureOf(byte[] body) {
        var time = Long.toString(Instant.now().getEpochSecond());
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update((time + ".").getBytes(UTF_8));
            return "t=%s,v1=%s".formatted(time, HexFormat.of().formatHex(mac.doFinal(body)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
