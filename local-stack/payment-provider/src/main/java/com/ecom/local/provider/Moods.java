package com.ecom.local.provider;

import java.util.concurrent.ThreadLocalRandom;

/**
 * How badly the provider behaves; all of it off by default. Shares are from 0 to 1.
 *
 * @param delayMillis before every answer
 * @param outage answers 503 to everything
 * @param timeoutAfterEffect share of operations that happen but are answered with 504
 * @param loseWebhooks share of webhooks that are never sent
 * @param duplicateWebhooks share of webhooks that are sent twice
 * @param webhookDelayMillis before a webhook is sent
 */
record Moods(
        long delayMillis,
        boolean outage,
        double timeoutAfterEffect,
        double loseWebhooks,
        double duplicateWebhooks,
        long webhookDelayMillis) {

    static Moods good() {
        return new Moods(0, false, 0, 0, 0, 0);
    }

    static boolean strikes(double share) {
        return ThreadLocalRandom.current().nextDouble() < share;
    }
}
