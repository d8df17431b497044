package com.ecom.load;

import com.ecom.shop.Metrics;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** One shop under so much load after another. */
final class OverloadRun {

    /** So many that nobody has too many open orders. */
    private static final int CUSTOMERS = 40;

    private static final Duration MOST_RECOVERY = Duration.ofSeconds(90);
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final String WEBHOOKS = "uri=\"/api/payments/webhooks/simulator\"";

    private final Trial trial;
    private final Door door;

    OverloadRun(Trial trial) {
        this.trial = trial;
        this.door = Door.at(trial.shop().gateway());
    }

    /** Returns when the shop has recovered. */
    OverloadStep run(double times, double perSecond, int seconds)
            throws IOException, InterruptedException, SQLException {
        var tokens = trial.customers(CUSTOMERS);
        try (var book = new OrderBook(trial.shop());
                var everybody = Executors.newVirtualThreadPerTaskExecutor()) {
            Trial.say("%.1f orders/s for %d s".formatted(perSecond, seconds));
            var refused = webhooksRefused();
            var repeated = webhooksRepeated();
            var load = new OpenLoop(door, tokens, trial.skus());
            var from = book.now();
            var begin = System.nanoTime();
            load.run(everybody, perSecond, seconds);
            var elapsed = (System.nanoTime() - begin) / 1e9;
            var to = book.now();
            var confirmed = book.confirmed(from, to);
            var recovery = recovery(book, tokens.getFirst());
            everybody.shutdown();
            everybody.awaitTermination(1, TimeUnit.MINUTES);
            return new OverloadStep(
                    times,
                    load.offered() / elapsed,
                    load.accepted() / elapsed,
                    confirmed / elapsed,
                    load.shed(),
                    load.failures(),
                    Percentiles.of(book.millisFromAccepting(from, to)),
                    webhooksRefused() - refused,
                    webhooksRepeated() - repeated,
                    recovery);
        }
    }

    /** Seconds until nothing waits any more and the next customer is served at once. */
    private double recovery(OrderBook book, String token) throws IOException, InterruptedException, SQLException {
        var begin = System.nanoTime();
        while (System.nanoTime() - begin < MOST_RECOVERY.toNanos()) {
            if (book.waiting() == 0) {
                var seconds = (System.nanoTime() - begin) / 1e9;
                if (isServedAtOnce(book, token)) {
                    return seconds;
                }
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return MOST_RECOVERY.toSeconds();
    }

    private boolean isServedAtOnce(OrderBook book, String token)
            throws IOException, InterruptedException, SQLException {
        var begin = System.nanoTime();
        var answer = door.post(
                "/api/orders",
                token,
                Checkout.ofOne(trial.skus().getFirst()),
                UUID.randomUUID().toString());
        if (answer.statusCode() != 201) {
            return false;
        }
        var order = JsonMapper.shared().readTree(answer.body()).path("orderId").asString();
        while (System.nanoTime() - begin < AT_ONCE.toNanos()) {
            if (book.stateOf(order).equals("CONFIRMED")) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return false;
    }

    /** Whatever was answered otherwise than well, or not before the provider went away. */
    private long webhooksRefused() throws IOException, InterruptedException {
        var gateway = Metrics.at(trial.shop().management("api-gateway"));
        var name = "http_server_requests_seconds_count";
        return Math.round(gateway.sum(name, WEBHOOKS) - gateway.sum(name, WEBHOOKS, "status=\"200\""));
    }

    private long webhooksRepeated() throws IOException, InterruptedException {
        return Math.round(Metrics.at(trial.shop().management("payment-service"))
                .sum("ecom_payment_webhook_total", "outcome=\"ALREADY_PROCESSED\""));
    }
}
