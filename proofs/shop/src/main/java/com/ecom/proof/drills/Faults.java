package com.ecom.proof.drills;

import com.ecom.local.LocalShop;
import com.ecom.local.stack.Names;
import com.ecom.local.stack.StackFolder;
import com.ecom.proof.alerts.Alarm;
import com.ecom.shop.Gateway;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is broken in each drill. */
record Faults(LocalShop shop, Path folder) {

    private static final Duration SOON = Duration.ofMinutes(3);

    /** The names of all, as people type them; also where no shop runs. */
    static final List<String> NAMES =
            List.of("payment-outage", "broker-loss", "database-away", "search-index-lost", "mail-away");

    List<Drill> all() {
        return List.of(paymentOutage(), brokerLoss(), databaseAway(), searchIndexLost(), mailAway());
    }

    private Drill paymentOutage() {
        return new Drill(
                NAMES.get(0),
                "The payment provider answers 503 to everything",
                new Alarm(
                        "ProviderRetries",
                        "payment-service",
                        "payments-ticket",
                        SOON,
                        () -> shop.paymentProvider().behave("{\"outage\": true}"),
                        () -> {
                            shop.paymentProvider().behave("{}");
                            decide("payment-service", "/ops/provider/outage-mode/end");
                        }));
    }

    private Drill brokerLoss() {
        return killed(NAMES.get(1), "Kafka is gone", Names.KAFKA, "OutboxDelayed", "order-service", "orders-ticket");
    }

    private Drill databaseAway() {
        return killed(
                NAMES.get(2),
                "The database of all services is gone",
                Names.MYSQL,
                "CheckoutBudgetBurning",
                "order-service",
                "orders-page");
    }

    private Drill searchIndexLost() {
        return new Drill(
                NAMES.get(3),
                "Elasticsearch is gone, and with it everything it kept",
                new Alarm(
                        "SearchBudgetBurning", "search-service", "catalogue-page", SOON, this::loseTheIndex, () -> {}));
    }

    private Drill mailAway() {
        return killed(
                NAMES.get(4),
                "The mail server is gone",
                Names.MAIL,
                "MailDelayed",
                "notification-service",
                "mail-ticket");
    }

    private Drill killed(String name, String rehearses, String part, String alert, String service, String receiver) {
        return new Drill(name, rehearses, new Alarm(alert, service, receiver, SOON, () -> shop.kill(part), () -> {}));
    }

    private void loseTheIndex() throws Exception {
        shop.kill(Names.ELASTICSEARCH);
        StackFolder.delete(folder.resolve("data").resolve(Names.ELASTICSEARCH));
    }

    private void decide(String service, String path) {
        Gateway.at(shop.address(service).toString())
                .as(token())
                .postOnce(path, Map.of("reason", "a drill"), UUID.randomUUID().toString())
                .good();
    }

    /** Of an operator who may do everything. */
    String token() {
        return Gateway.at(shop.gateway().toString())
                .loggedIn(shop.adminEmail(), shop.adminPassword())
                .token();
    }
}
