package com.ecom.local.provider;

import com.ecom.local.provider.Payment.Return;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Tells the merchant what happened: signed, not before the answer to its cause, and again until it is taken. */
class Webhooks {

    private static final int ATTEMPTS = 6;

    private static final Duration HELD_BACK_AT_MOST = Duration.ofSeconds(2);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final URI target;
    private final Signature signature;
    private final JsonMapper json;
    private final Supplier<Moods> moods;
    private final AtomicReference<byte @Nullable []> heldBack = new AtomicReference<>();

    Webhooks(URI target, String secret, JsonMapper json, Supplier<Moods> moods) {
        this.target = target;
        this.signature = new Signature(secret);
        this.json = json;
        this.moods = moods;
    }

    /** Says how the payment stands now. */
    void announce(Payment payment) {
        var body = about(payment, "payment." + payment.status());
        body.put("reason", payment.reason());
        body.put("actionUrl", payment.actionUrl());
        send(body);
    }

    /** Sends what came of a refund. */
    void announce(Payment payment, Return refund) {
        var body = about(payment, refund.refusal() == null ? "refund.succeeded" : "refund.failed");
        body.put("refundId", refund.id());
        body.put("refundAmount", refund.amount());
        body.put("reason", refund.refusal());
        send(body);
    }

    private static Map<String, @Nullable Object> about(Payment payment, String type) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("eventId", "evt_" + UUID.randomUUID());
        body.put("type", type);
        body.put("orderId", payment.orderId());
        body.put("amount", payment.amount());
        body.put("currency", payment.currency());
        return body;
    }

    private void send(Map<String, @Nullable Object> body) {
        var mood = moods.get();
        if (Moods.strikes(mood.loseWebhooks())) {
            return;
        }
        var bytes = json.writeValueAsBytes(body);
        var held = heldBack.getAndSet(null);
        if (held == null && Moods.strikes(mood.reorderWebhooks())) {
            heldBack.set(bytes);
            inBackground(() -> {
                Thread.sleep(HELD_BACK_AT_MOST);
                if (heldBack.compareAndSet(bytes, null)) {
                    deliver(bytes, 0);
                }
            });
            return;
        }
        var times = Moods.strikes(mood.duplicateWebhooks()) ? 2 : 1;
        for (int i = 0; i < times; i++) {
            inBackground(() -> {
                deliver(bytes, mood.webhookDelayMillis());
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
                .header("Provider-Signature", signature.of(body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() / 100 == 2;
        } catch (IOException e) {
            return false;
        }
    }

    private interface Errand {
        void run() throws InterruptedException;
    }
}
