package com.ecom.proof.chaos;

import com.ecom.shop.Await;
import com.ecom.shop.Gateway;
import com.ecom.shop.Gateway.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A guest who buys one thing with the code or not at all, and comes back when told that it is used up: an order that comes to
 * nothing gives its use back.
 *
 * @param atOnce so many ask the shop at a time
 */
record CouponBuyer(Gateway shop, String sku, Intention intention, Semaphore atOnce) {

    /** Whoever enters ten codes that are not usable has to wait for an hour. */
    private static final int MOST_TRIES = 9;

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration STANDSTILL = Duration.ofMinutes(3);
    private static final Set<String> MEANS_USED_UP = Set.of("CODE_NOT_USABLE", "PROMOTION_USED_UP");
    private static final Map<String, String> ADDRESS = Map.of(
            "recipient", "Ada Example", "line1", "Weg 1", "city", "Vaduz", "postalCode", "9490", "country", "LI");

    enum Intention {
        BUY,
        PAY_WITH_A_BAD_CARD,
        CHANGE_ONES_MIND
    }

    enum Ending {
        BOUGHT,
        CANCELLED,
        USED_UP
    }

    /** In a network and with a guest's token of their own. */
    static CouponBuyer arriving(Gateway anybody, String sku, Intention intention, Semaphore atOnce) {
        var door = anybody.fromElsewhere().insistent();
        var token = door.postOnce("/api/auth/guest", Map.of(), UUID.randomUUID().toString())
                .good()
                .path("accessToken")
                .asString();
        return new CouponBuyer(door.as(token), sku, intention, atOnce);
    }

    Ending buy() throws InterruptedException {
        var ending = tryOnce();
        for (int tries = 1; ending == Ending.USED_UP && tries < MOST_TRIES; tries++) {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            ending = tryOnce();
        }
        return ending;
    }

    private Ending tryOnce() throws InterruptedException {
        atOnce.acquire();
        try {
            var quote = shop.postOnce("/api/quotes", wanted(), newKey());
            if (isUsedUp(quote)) {
                return Ending.USED_UP;
            }
            var order = shop.postOnce(
                    "/api/orders", checkout(quote.good().path("quote").asString()), newKey());
            return isUsedUp(order)
                    ? Ending.USED_UP
                    : endOf(order.good().path("orderId").asString());
        } finally {
            atOnce.release();
        }
    }

    /** Whoever changes their mind too late has bought it. */
    private Ending endOf(String order) {
        if (intention == Intention.CHANGE_ONES_MIND) {
            var _ = shop.postOnce("/api/orders/%s/cancel".formatted(order), Map.of(), newKey());
        }
        var end = Await.until(
                "The end of order " + order,
                STANDSTILL,
                () -> shop.get("/api/orders/" + order).path("state").asString(),
                it -> it.equals("CONFIRMED") || it.equals("CANCELLED"));
        return end.equals("CONFIRMED") ? Ending.BOUGHT : Ending.CANCELLED;
    }

    private Map<String, Object> wanted() {
        return Map.of(
                "items",
                List.of(Map.of("sku", sku, "quantity", 1)),
                "country",
                "LI",
                "postalCode",
                "9490",
                "codes",
                List.of(Coupons.CODE));
    }

    private Map<String, Object> checkout(String quote) {
        return Map.of(
                "quote",
                quote,
                "email",
                "guest-%s@example.com".formatted(UUID.randomUUID()),
                "shippingAddress",
                ADDRESS,
                "paymentMethod",
                intention == Intention.PAY_WITH_A_BAD_CARD ? "pm_card_declined" : "pm_card_ok");
    }

    private static boolean isUsedUp(Answer answer) {
        return answer.status() / 100 == 4
                && MEANS_USED_UP.contains(answer.body().path("code").asString(""));
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }
}
