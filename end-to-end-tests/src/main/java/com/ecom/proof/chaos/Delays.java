package com.ecom.proof.chaos;

import com.ecom.local.stack.Names;
import com.ecom.proof.chaos.Wires.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Each dependency slow for a while, which is worse than away: a little, and longer than anybody has patience for. */
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
        slow("order-service", Names.MYSQL, A_LITTLE, () -> {
            trial.good("a product page", trial::productPage);
            trial.good("ordering", trial::order);
        });
        trial.sellsAgain();
    }

    private void slowDatabase() throws Exception {
        slow("order-service", Names.MYSQL, TOO_MUCH, () -> {
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
        var everybody = List.of("order-service", "inventory-service", "payment-service").stream()
                .map(it -> new Wire(it, Names.KAFKA))
                .toList();
        trial.slow(everybody, TOO_MUCH, () -> {
            trial.good("a product page", trial::productPage);
            trial.good("the cart", trial::cart);
            trial.good("ordering", () -> trial.order(orders));
        });
        trial.becomes(orders, "CONFIRMED");
    }

    private void slowRedis() throws Exception {
        slow("cart-service", Names.REDIS, TOO_MUCH, () -> {
            trial.good("a product page", trial::productPage);
            trial.good("a customer's cart", trial::cart);
            trial.good("ordering", trial::order);
            trial.refused("a guest's cart", () -> trial.guest.look("/api/cart"));
        });
        trial.recovers("guest's cart", () -> trial.guest.look("/api/cart").isGood());
    }

    /** The gateway counts by itself then. */
    private void slowRedisForLimits() throws Exception {
        slow(Names.GATEWAY, Names.REDIS, TOO_MUCH, () -> {
            trial.good("a product page", trial::productPage);
            trial.good("the cart", trial::cart);
            trial.good("ordering", trial::order);
        });
        trial.sellsAgain();
    }

    private void slowMongoDb() throws Exception {
        slow("product-service", Names.MONGODB, TOO_MUCH, () -> {
            trial.good("search", trial::search);
            trial.good("ordering", trial::order);
            trial.refused("a product page", trial::productPage);
        });
        trial.recovers("product page", () -> trial.productPage().isGood());
    }

    private void slowElasticsearch() throws Exception {
        slow("search-service", Names.ELASTICSEARCH, TOO_MUCH, () -> {
            trial.good("a product page", trial::productPage);
            trial.good("ordering", trial::order);
            trial.refused("search", trial::search);
        });
        trial.recovers("search", () -> trial.search().isGood());
    }

    private void slowPaymentProvider() throws Exception {
        var orders = new ArrayList<String>();
        slow(
                "payment-service",
                Names.PAYMENT_PROVIDER,
                TOO_MUCH,
                () -> trial.good("ordering", () -> trial.order(orders)));
        trial.becomes(orders, "CONFIRMED");
    }

    private void slowMail() throws Exception {
        var orders = new ArrayList<String>();
        slow("notification-service", Names.MAIL, TOO_MUCH, () -> {
            trial.good("ordering", () -> trial.order(orders));
            trial.becomes(orders, "CONFIRMED");
        });
        trial.recovers("mail", () -> trial.mailsOf(orders) == orders.size());
    }

    private void slow(String service, String part, Duration each, OutageTrial.Expectations expectations)
            throws Exception {
        trial.slow(List.of(new Wire(service, part)), each, expectations);
    }
}
