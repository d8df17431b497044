package com.ecom.proof.once;

import com.ecom.shop.ComeBack;
import com.ecom.shop.ShopHttp;
import com.ecom.shop.Shopper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Repeats the same order under the same key until it is answered.
 *
 * @param again counts the requests that were answered neither way
 */
record RepeatedOrder(Stage stage, AtomicInteger again) {

    static final int ACCEPTED = 201;
    static final int KEY_OF_SOMETHING_ELSE = 422;
    private static final int MOST_TRIES = 60;
    private static final ComeBack COME_BACK = new ComeBack();

    /** The answer's body, after as many tries as it takes. */
    String untilAccepted(Shopper shopper, String key) throws InterruptedException {
        var body = Body.json(stage.sku(), 1);
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            var request = HttpRequest.newBuilder(stage.gateway().resolve("/api/orders"))
                    .timeout(Duration.ofSeconds(30))
                    .header("Authorization", "Bearer " + shopper.shop().token())
                    .header("X-Forwarded-For", shopper.shop().from())
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", key)
                    .POST(BodyPublishers.ofString(body))
                    .build();
            try {
                var answer = ShopHttp.client().send(request, BodyHandlers.ofString());
                if (answer.statusCode() == ACCEPTED) {
                    return answer.body();
                }
                if (answer.statusCode() == KEY_OF_SOMETHING_ELSE || answer.statusCode() == 400) {
                    return "%d %s".formatted(answer.statusCode(), answer.body());
                }
                if (COME_BACK.waited(answer)) {
                    continue;
                }
            } catch (IOException e) {
                // Nobody said whether there is an order now, which is what keys are for.
            }
            again.incrementAndGet();
            TimeUnit.MILLISECONDS.sleep(500);
        }
        return "no answer";
    }
}
