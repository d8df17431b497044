package com.ecom.proof.once;

import com.ecom.shop.Metrics;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What came of webhooks after they were acknowledged, as payment-service counts it. */
record Applied(URI payments, Metrics before) {

    private static final Duration SOON = Duration.ofSeconds(30);

    static Applied since(URI payments) throws IOException, InterruptedException {
        return new Applied(payments, Metrics.at(payments));
    }

    /** In a sentence, if not so many more come to that soon. */
    Optional<String> otherThan(String outcome, int times) throws IOException, InterruptedException {
        var wanted = count(outcome, before) + times;
        var end = Instant.now().plus(SOON);
        var now = count(outcome, Metrics.at(payments));
        while (now < wanted && Instant.now().isBefore(end)) {
            TimeUnit.MILLISECONDS.sleep(50);
            now = count(outcome, Metrics.at(payments));
        }
        return now == wanted
                ? Optional.empty()
                : Optional.of(
                        "%d webhooks should be %s, and there are %.0f more".formatted(times, outcome, now - wanted));
    }

    private static double count(String outcome, Metrics metrics) {
        return metrics.sum("ecom_payment_webhook_total", "outcome=\"%s\"".formatted(outcome));
    }
}
