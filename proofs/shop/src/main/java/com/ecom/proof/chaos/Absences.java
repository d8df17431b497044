package com.ecom.proof.chaos;

import com.ecom.local.stack.Names;
import com.ecom.shop.Gateway.Answer;
import java.util.ArrayList;
import java.util.Map;

/** Each dependency away for a while, killed and started again. */
final class Absences {

    private final OutageTrial trial;

    Absences(OutageTrial trial) {
        this.trial = trial;
    }

    void run() throws Exception {
        withoutKafka();
        withoutMySql();
        withoutRedis();
        withoutMongoDb();
        withoutElasticsearch();
        withoutThePaymentProvider();
        withoutMail();
        withoutAuth();
        withoutInventory();
    }

    private void withoutKafka() throws Exception {
        var orders = new ArrayList<String>();
        trial.without(Names.KAFKA, () -> {
            trial.good("a product page", trial::productPage);
            trial.good("search", trial::search);
            trial.good("the cart", trial::cart);
            trial.good("ordering", () -> trial.order(orders));
        });
        trial.becomes(orders, "CONFIRMED");
    }

    private void withoutMySql() throws Exception {
        trial.without(Names.MYSQL, () -> {
            trial.good("a product page", trial::productPage);
            trial.good("search", trial::search);
            trial.refusedAtOnce("ordering", trial::order);
            trial.refusedAtOnce("my orders", trial::ownOrders);
        });
        trial.sellsAgain();
    }

    private void withoutRedis() throws Exception {
        trial.without(Names.REDIS, () -> {
            trial.good("a product page", trial::productPage);
            trial.good("a customer's cart", trial::cart);
            trial.good("ordering", trial::order);
            trial.refused("a guest's cart", () -> trial.guest.look("/api/cart"));
        });
        trial.sellsAgain();
    }

    private void withoutMongoDb() throws Exception {
        trial.without(Names.MONGODB, () -> {
            trial.good("search", trial::search);
            trial.good("ordering", trial::order);
            trial.refused("a product page", trial::productPage);
        });
        trial.sellsAgain();
    }

    private void withoutElasticsearch() throws Exception {
        trial.without(Names.ELASTICSEARCH, () -> {
            trial.good("a product page", trial::productPage);
            trial.good("ordering", trial::order);
            trial.refused("search", trial::search);
        });
        trial.recovers("search", () -> trial.search().isGood());
    }

    private void withoutThePaymentProvider() throws Exception {
        var orders = new ArrayList<String>();
        trial.without(Names.PAYMENT_PROVIDER, () -> trial.good("ordering", () -> trial.order(orders)));
        trial.becomes(orders, "CONFIRMED");
    }

    /** Longer than any try to deliver a mail lasts: each mail of this time was refused more than once. */
    private void withoutMail() throws Exception {
        var orders = new ArrayList<String>();
        trial.without(Names.MAIL, trial.length.multipliedBy(3), () -> {
            trial.good("ordering", () -> trial.order(orders));
            trial.becomes(orders, "CONFIRMED");
        });
        trial.recovers("mail", () -> trial.mailsOf(orders) == orders.size());
    }

    private void withoutAuth() throws Exception {
        trial.without("auth-service", () -> {
            trial.good("a product page", trial::productPage);
            trial.good("the cart", trial::cart);
            trial.good("ordering", trial::order);
            trial.refused("logging in", this::logInAsNobody);
        });
        trial.recovers("logging in", () -> logInAsNobody().status() == 401);
    }

    private Answer logInAsNobody() {
        return trial.anybody.post("/api/auth/login", Map.of("email", "nobody@example.com", "password", "wrong horse"));
    }

    private void withoutInventory() throws Exception {
        var orders = new ArrayList<String>();
        trial.without("inventory-service", () -> trial.good("ordering", () -> trial.order(orders)));
        trial.becomes(orders, "CONFIRMED");
    }
}
