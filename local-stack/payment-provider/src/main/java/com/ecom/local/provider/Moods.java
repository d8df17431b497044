package com.ecom.local.provider;

import java.util.concurrent.ThreadLocalRandom;

/**
 * How badly the provider behaves; all of it off by default. Shares are from 0 to 1.
 *
 * @param delayMillis before every answer
 * @param outage answers 503 to everything
 * @param outageMillis after which an outage ends by itself; 0 for one that lasts until it is ended
 * @param refuse share of operations that are answered with 400 and never happen
 * @param decline share of good cards that are declined
 * @param letGo share of payments that the provider lets go by itself within two seconds after they were put aside, or the
 *     bank was asked
 * @param giveBack share of captured payments that somebody at the provider gives back within two seconds
 * @param timeoutAfterEffect share of operations that happen but are answered with 504
 * @param loseWebhooks share of webhooks that are never sent
 * @param duplicateWebhooks share of webhooks that are sent twice
 * @param reorderWebhooks share of webhooks that are held back until the next one has been sent, or for two seconds
 * @param webhookDelayMillis before a webhook is sent
 * @param challengeMillis how long the bank's page waits for the customer's answer
 */
record Moods(
        long delayMillis,
        boolean outage,
        long outageMillis,
        double refuse,
        double decline,
        double letGo,
        double giveBack,
        double timeoutAfterEffect,
        double loseWebhooks,
        double duplicateWebhooks,
        double reorderWebhooks,
        long webhookDelayMillis,
        long challengeMillis) {

    private static final long TEN_MINUTES = 600_000;

    static Moods good() {
        return new Moods(0, false, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, TEN_MINUTES);
    }

    Moods withoutOutage() {
        return new Moods(
                delayMillis,
                false,
                0,
                refuse,
                decline,
                letGo,
                giveBack,
                timeoutAfterEffect,
                loseWebhooks,
                duplicateWebhooks,
                reorderWebhooks,
                webhookDelayMillis,
                challengeMillis);
    }

    static boolean strikes(double share) {
        return ThreadLocalRandom.current().nextDouble() < share;
    }
}
