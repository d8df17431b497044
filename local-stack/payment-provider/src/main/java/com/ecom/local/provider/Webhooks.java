package com.ecom.local.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ecom.local.provider.Payment.Return;
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
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Tells the merchant what happened: signed, not before the answer to its cause, and again until it is taken. */
class Webhooks {

    private static final int ATTEMPTS = 6;

    private static final Duration HELD_BACK_AT_MOST = Duration.ofSeconds(2);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final URI target;
    private final byte[] secret;
    private final JsonMapper json;
    private final Supplier<Moods> moods;
    private final AtomicReference<byte @Nullable []> heldBack = new AtomicReference<>();

    Webhooks(URI target, String secret, JsonMapper json, Supplier<Moods> moods) {
        this.target = target;
        this.secret = secret.getBytes(UTF_8);
        this.json = json;
        this.moods = moods;
    }

    /** Says how the payment stands now. */
    void announce(Payment payment) {
        var news = about(payment, "payment." + payment.status());
        news.put("reason", payment.reason());
        news.put("actionUrl", payment.actionUrl());
        send(news);
    }

    /** Says what came of a wish to give some of it back. */
    void announce(Payment payment, Return refund) {
        var news = about(payment, refund.refusal() == null ? "refund.succeeded" : "refund.failed");
        news.put("refundId", refund.id());
        news.put("refundAmount", refund.amount());
        news.put("reason", refund.refusal());
        send(news);
    }

    private static Map<String, @Nullable Object> about(Payment payment, String type) {
        var news = new LinkedHashMap<String, @Nullable Object>();
        news.put("eventId", "evt_" + UUID.randomUUID());
        news.put("type", type);
        news.put("orderId", payment.orderId());
        news.put("amount", payment.amount());
        news.put("currency", payment.currency());
        return news;
    }

    private void send(Map<String, @Nullable Object> news) {
        var mood = moods.get();
        if (Moods.strikes(mood.loseWebhooks())) {
            return;
        }
        var body = json.writeValueAsBytes(news);
        var held = heldBack.getAndSet(null);
        if (held == null && Moods.strikes(mood.reorderWebhooks())) {
            heldBack.set(body);
            inBackground(() -> {
                Thread.sleep(HELD_BACK_AT_MOST);
                if (heldBack.compareAndSet(body, null)) {
                    deliver(body, 0);
                }
            });
            return;
        }
        var times = Moods.strikes(mood.duplicateWebhooks()) ? 2 : 1;
        for (int i = 0; i < times; i++) {
            inBackground(() -> {
                deliver(body, mood.webhookDelayMillis());
                if (held != null) {
                    deliver(held, 0);
                }
            });
        }
    }

    private static void inBackground(Errand errand) {
        Thread.ofVirtual().name("webhook").start(() -> {
            try {
                errand.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void deliver(byte[] body, long delay) throws InterruptedException {
        Thread.sleep(delay);
        for (int attempt = 1; attempt <= ATTEMPTS && !taken(body); attempt++) {
            Thread.sleep(Duration.ofSeconds(1L << attempt));
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

    private interface Errand {
        void run() throws InterruptedException;
    }
}
