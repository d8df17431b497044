package com.ecom.proof.chaos;

import com.ecom.local.LocalShop;
import com.ecom.shop.ComeBack;
import com.ecom.shop.Networks;
import com.ecom.shop.ShopHttp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * People who buy through the gateway at a steady pace whatever happens to the shop, ask again under the same key when
 * they get no answer, and remember everything they were told.
 */
final class Customers implements AutoCloseable {

    private static final int AT_ONCE = 40;
    private static final int MOST_TRIES = 12;

    private final LocalShop shop;
    private final List<String> skus;
    private final Random chance;
    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore atOnce = new Semaphore(AT_ONCE);
    private final Queue<PlannedOrder> history = new ConcurrentLinkedQueue<>();
    private final List<Account> accounts = new ArrayList<>();
    private final Map<Integer, Integer> answers = new ConcurrentHashMap<>();
    private final Map<UUID, String> quoted = new ConcurrentHashMap<>();
    private final ComeBack comeBack = new ComeBack();
    final AtomicInteger wished = new AtomicInteger();
    final AtomicInteger accepted = new AtomicInteger();

    Customers(LocalShop shop, List<String> skus, long seed, int count) {
        this.shop = shop;
        this.skus = skus;
        this.chance = new Random(seed);
        for (int i = 0; i < count; i++) {
            accounts.add(new Account(
                    shop, "chaos-%d-%s@example.com".formatted(i, UUID.randomUUID()), "correct horse " + seed));
        }
        accounts.forEach(Account::token);
    }

    /** Wishes for one more order; the answer may take its time. */
    void buyOne() throws InterruptedException {
        var number = wished.incrementAndGet();
        var key = UUID.randomUUID();
        var account = accounts.get(number % accounts.size());
        var sku = skus.get(chance.nextInt(skus.size()));
        var quantity = 1 + chance.nextInt(2);
        var card = switch (chance.nextInt(20)) {
            case 0, 1 -> "pm_card_declined";
            case 2 -> "pm_card_capture_fails";
            case 3 -> "pm_card_authenticate";
            default -> "pm_card_ok";
        };
        var changesTheirMind = chance.nextInt(20) == 0;
        atOnce.acquire();
        people.execute(() -> {
            try {
                history.add(insist(
                        new PlannedOrder(number, key, sku, quantity, card, null, true, 0), account, changesTheirMind));
            } finally {
                atOnce.release();
            }
        });
    }

    /** Returns when everybody has had an answer, or has stopped asking. */
    List<PlannedOrder> whenAllAreAnswered() throws InterruptedException {
        atOnce.acquire(AT_ONCE);
        atOnce.release(AT_ONCE);
        return List.copyOf(history);
    }

    Map<Integer, Integer> answersByStatus() {
        return Map.copyOf(answers);
    }

    /** How often somebody was told to come back, and did. */
    long cameBack() {
        return comeBack.times();
    }

    /** Asks until there is an answer, and once more to see whether it is the same. */
    private PlannedOrder insist(PlannedOrder plan, Account account, boolean changesTheirMind) {
        String order = null;
        var consistent = true;
        int tries = 0;
        int good = 0;
        while (tries < MOST_TRIES && good < 1 + plan.number() % 5 / 4) {
            tries++;
            var answer = ask(plan, account);
            var answered = orderIn(answer);
            if (answered != null) {
                consistent &= order == null || order.equals(answered);
                order = answered;
                good++;
                if (good == 1) {
                    accepted.incrementAndGet();
                }
            } else {
                pause(answer, Duration.ofMillis(300L * Math.min(tries, 6)));
            }
        }
        if (order != null && changesTheirMind) {
            send(post("/api/orders/" + order + "/cancel", account, "{}", plan.key()));
        }
        return new PlannedOrder(
                plan.number(), plan.key(), plan.sku(), plan.quantity(), plan.card(), order, consistent, tries);
    }

    /** Every second order is by a quote, which is asked for again when the shop says that it is good for nothing. */
    private @Nullable HttpResponse<String> ask(PlannedOrder plan, Account account) {
        var body = Coupons.concern(plan) ? quoted.get(plan.key()) : plainly(plan);
        if (body == null) {
            var quote = quote(plan, account, true);
            if (Coupons.isRefused(quote)) {
                quote = quote(plan, account, false);
            }
            if (quote == null || quote.statusCode() != 200) {
                return noted(quote, account);
            }
            body = Coupons.order(quote.body(), plan.card());
            quoted.put(plan.key(), body);
        }
        var answer = noted(send(post("/api/orders", account, body, plan.key())), account);
        if (Coupons.isOver(answer)) {
            quoted.remove(plan.key());
        }
        return answer;
    }

    private @Nullable HttpResponse<String> quote(PlannedOrder plan, Account account, boolean withCoupon) {
        return send(post("/api/quotes", account, Coupons.quote(plan, withCoupon), plan.key()));
    }

    private static String plainly(PlannedOrder plan) {
        return """
                {"items":[{"sku":"%s","quantity":%d}],"paymentMethod":"%s","shippingAddress":{"recipient":"Ada Example",
                "line1":"1 Market Street","city":"Springfield","region":"NY","postalCode":"12345","country":"US"}}
                """.formatted(plan.sku(), plan.quantity(), plan.card());
    }

    private @Nullable HttpResponse<String> noted(@Nullable HttpResponse<String> answer, Account account) {
        answers.merge(answer == null ? 0 : answer.statusCode(), 1, Integer::sum);
        if (answer != null && answer.statusCode() == 401) {
            account.forget();
        }
        return answer;
    }

    private static @Nullable String orderIn(@Nullable HttpResponse<String> answer) {
        return answer != null && answer.statusCode() == 201
                ? JsonMapper.shared().readTree(answer.body()).path("orderId").asString()
                : null;
    }

    private HttpRequest post(String path, Account account, String body, UUID key) {
        return HttpRequest.newBuilder(URI.create(shop.gateway() + path))
                .timeout(Duration.ofSeconds(8))
                .header("Authorization", "Bearer " + account.token())
                .header("X-Forwarded-For", Networks.of(account.email()))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key.toString())
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private @Nullable HttpResponse<String> send(HttpRequest request) {
        try {
            return ShopHttp.client().send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /** As long as the shop asks for; without an answer, or a word of that in it, for that time. */
    private void pause(@Nullable HttpResponse<String> answer, Duration time) {
        try {
            if (answer == null || !comeBack.waited(answer)) {
                TimeUnit.MILLISECONDS.sleep(time.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        people.shutdownNow();
    }
}
