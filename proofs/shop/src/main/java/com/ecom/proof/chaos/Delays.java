package com.ecom.proof.chaos;

import com.ecom.local.stack.Names;
import com.ecom.proof.chaos.Wires.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Each dependency slow for a while, which is worse than away: a little, and longer than any timeout. */
final class Delays {

    private static final Duration A_LITTLE = Duration.ofMillis(100);
    /** So that an answer takes six seconds; whoever calls the provider waits for five, everybody else for less. */
    private static final Duration TOO_MUCH = Duration.ofSeconds(3);

    private final OutageTrial trial;

    Delays(OutageTrial trial) {
        this.trial = trial;
    }

    void run() throws Exception {
        aLittleSlowDatabase();
        slowDatabase();
        slowKafka();
        slowRedis();
        slowRedisForLimits();
        slowMongoDb();
        slowElasticsearch();
        slowPaymentProvider();
        slowMail();
    }

    private void aLittleSlowDatabase() throws Exception {
        trial.slow(ofTheSaga(Names.MYSQL), A_LITTLE, () -> {
            trial.good("a product page", trial::productPage);
            trial.good("ordering", trial::order);
        });
        trial.sellsAgain();
    }

    private void slowDatabase() throws Exception {
        trial.slow(ofTheSaga(Names.MYSQL), TOO_MUCH, () -> {
            trial.good("a product page", trial::productPage);
            trial.good("search", trial::search);
            trial.good("the cart", trial::cart);
            trial.refused("ordering", trial::order);
            trial.refused("my orders", trial::ownOrders);
        });
        trial.sellsAgain();
    }

    private void slowKafka() throws Exception {
        var orders = new ArrayList<String>();
        trial.slow(ofTheSaga(Names.KAFKA), TOO_MUCH, () -> {
            trial.good("a product page", trial::productPage);
            trial.good("the cart", trial::cart);
            trial.good("ordering", () -> trial.order(orders));
        });
        trial.becomes(orders, "CONFIRMED");
    }

    private void slowRedis() throws Exception {
        trial.slow(List.of(Wires.CARTS), TOO_MUCH, () -> {
            trial.good("a product page", trial::productPage);
            trial.good("a customer's cart", trial::cart);
            trial.good("ordering", trial::order);
            trial.refused("a guest's cart", () -> trial.guest.look("/api/cart"));
        });
        trial.recovers("guest's cart", () -> trial.guest.look("/api/cart").isGood());
    }

    /** The gateway counts by itself then. */
    private void slowRedisForLimits() throws Exception {
        trial.slow(List.of(Wires.LIMITS), TOO_MUCH, () -> {
            trial.good("a product page", trial::productPage);
            trial.good("the cart", trial::cart);
            trial.good("ordering", trial::order);
        });
        trial.sellsAgain();
    }

    private void slowMongoDb() throws Exception {
        trial.slow(List.of(Wires.CATALOGUE), TOO_MUCH, () -> {
            trial.good("search", trial::search);
            trial.good("ordering", trial::order);
            trial.refused("a product page", trial::productPage);
        });
        trial.recovers("product page", () -> trial.productPage().isGood());
    }

    private void slowElasticsearch() throws Exception {
        trial.slow(List.of(Wires.INDEX), TOO_MUCH, () -> {
            trial.good("a product page", trial::productPage);
            trial.good("ordering", trial::order);
            trial.refused("search", trial::search);
        });
        trial.recovers("search", () -> trial.search().isGood());
    }

    private void slowPaymentProvider() throws Exception {
        var orders = new ArrayList<String>();
        trial.slow(List.of(Wires.PAYMENTS), TOO_MUCH, () -> trial.good("ordering", () -> trial.order(orders)));
        trial.becomes(orders, "CONFIRMED");
    }

    private void slowMail() throws Exception {
        var orders = new ArrayList<String>();
        trial.slow(List.of(Wires.MAILS), TOO_MUCH, () -> {
            trial.good("ordering", () -> trial.order(orders));
            trial.becomes(orders, "CONFIRMED");
        });
        trial.recovers("mail", () -> trial.mailsOf(orders) == orders.size());
    }

    private static List<Wire> ofTheSaga(String part) {
        return Wires.OF_THE_SAGA.stream().map(it -> new Wire(it, part)).toList();
    }
}
