package com.ecom.proof.chaos;

import com.ecom.local.LocalShop;
import com.ecom.local.stack.Plan;
import com.ecom.proof.Effort;
import com.ecom.proof.SeededProof;
import com.ecom.proof.Verdict;
import com.ecom.proof.chaos.CouponBuyer.Ending;
import com.ecom.proof.chaos.CouponBuyer.Intention;
import com.ecom.shop.Await;
import com.ecom.shop.Gateway;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Ten times as many people want to buy with a code as it has uses, some of them with a bad card, while services are killed. */
public final class CouponProof implements SeededProof {

    private static final int AT_ONCE = 30;
    private static final int BUYERS_FOR_ONE = 10;
    private static final Duration STANDSTILL = Duration.ofMinutes(3);
    private static final List<String> KILLED = List.of("order-service", "payment-service");

    @Override
    public String name() {
        return "coupons";
    }

    @Override
    public String promise() {
        return "A code sells exactly as often as it has uses, whoever dies, cancels or cannot pay, and every other buyer is told";
    }

    @Override
    public Verdict prove(Effort effort) throws Exception {
        var uses = effort.size(20, 100);
        try (var shop = LocalShop.named(name(), Plan.forTrials().withForwardedAddresses())) {
            effort.say("Opening a shop");
            shop.startAll();
            var sku = Goods.plenty(shop).getFirst();
            Coupons.openMarket(shop, uses);
            var figures = Verdict.newFigures();
            var endings = sell(effort, shop, sku, uses * BUYERS_FOR_ONE, figures);
            return judge(shop, uses, endings, figures);
        }
    }

    private static Map<Ending, Long> sell(
            Effort effort, LocalShop shop, String sku, int buyers, Map<String, Object> figures)
            throws InterruptedException, ExecutionException, IOException {
        var chance = new Random(effort.seed());
        var anybody = Gateway.at(shop.gateway().toString());
        var atOnce = new Semaphore(AT_ONCE);
        var endings = new EnumMap<Ending, Long>(Ending.class);
        effort.say("%,d people want to buy with the code".formatted(buyers));
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var buying = new ArrayList<Future<Ending>>();
            for (int i = 0; i < buyers; i++) {
                var intention = intention(chance);
                buying.add(people.submit(() ->
                        CouponBuyer.arriving(anybody, sku, intention, atOnce).buy()));
            }
            var kills = effort.size(2, 6);
            for (int i = 0; i < kills; i++) {
                TimeUnit.SECONDS.sleep(effort.size(2, 5));
                var service = KILLED.get(i % KILLED.size());
                effort.say("killing " + service);
                shop.kill(service);
                shop.start(service);
            }
            figures.put("services killed meanwhile", kills);
            for (var it : buying) {
                endings.merge(it.get(), 1L, Long::sum);
            }
        }
        figures.put("buyers", buyers);
        endings.forEach((ending, times) -> figures.put("  " + ending, times));
        return endings;
    }

    private static Intention intention(Random chance) {
        return switch (chance.nextInt(5)) {
            case 0 -> Intention.PAY_WITH_A_BAD_CARD;
            case 1 -> Intention.CHANGE_ONES_MIND;
            default -> Intention.BUY;
        };
    }

    private static Verdict judge(LocalShop shop, int uses, Map<Ending, Long> endings, Map<String, Object> figures)
            throws SQLException {
        var violations = new ArrayList<String>();
        var books = new Books(shop);
        Await.until("The last order", STANDSTILL, () -> open(books), it -> it == 0);
        figures.put("coupons", UsesAudit.run(books, uses, violations));
        var sold = books.count("select count(*) from ecom_order.promotion_use where state = 'COMMITTED'");
        var bought = endings.getOrDefault(Ending.BOUGHT, 0L);
        if (sold != uses) {
            violations.add("%d of %d uses were sold, with buyers left".formatted(sold, uses));
        }
        if (bought != sold) {
            violations.add("%d buyers have bought with the code, and %d uses are sold".formatted(bought, sold));
        }
        if (endings.getOrDefault(Ending.CANCELLED, 0L) == 0) {
            violations.add("No use was ever given back");
        }
        return Verdict.of(violations, figures);
    }

    private static long open(Books books) {
        try {
            return books.count("select count(*) from ecom_order.orders where state not in ('CONFIRMED', 'CANCELLED')");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
