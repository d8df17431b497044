package com.ecom.proof.drills;

import com.ecom.local.stack.Names;
import com.ecom.local.stack.Plan;
import com.ecom.local.stack.StackFolder;
import com.ecom.proof.alerts.Alarm;
import com.ecom.proof.alerts.Alarm.Step;
import com.ecom.shop.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** All drills, and those that any shop will do for. */
final class Faults {

    /** How soon somebody has to hear. */
    static final Duration SOON = Duration.ofMinutes(3);

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private static final Map<String, Rehearsal.Maker> ALL = all();

    private Faults() {}

    /** As people type them. */
    static List<String> names() {
        return new ArrayList<>(ALL.keySet());
    }

    static Rehearsal.Maker of(String name) {
        return Objects.requireNonNull(ALL.get(name));
    }

    private static Map<String, Rehearsal.Maker> all() {
        var all = new LinkedHashMap<String, Rehearsal.Maker>();
        all.put("payment-outage", anywhere(Faults::paymentOutage));
        all.put("broker-loss", anywhere(Faults::brokerLoss));
        all.put("database-away", anywhere(Faults::databaseAway));
        all.put("search-index-lost", anywhere(Faults::searchIndexLost));
        all.put("mail-away", anywhere(Faults::mailAway));
        all.put("database-slow", SlowDatabase::in);
        all.put("bad-release", BadRelease::in);
        all.put("key-compromise", CopiedKey::in);
        all.put("clock-skew", WrongClock::in);
        return all;
    }

    private static Drill paymentOutage(Scene scene) {
        return drill(
                "The payment provider answers 503 to everything",
                "ProviderRetries",
                "payment-service",
                "payments-ticket",
                () -> scene.shop().paymentProvider().behave("{\"outage\": true}"),
                () -> {
                    scene.shop().paymentProvider().behave("{}");
                    scene.decide("payment-service", "/ops/provider/outage-mode/end");
                });
    }

    private static Drill brokerLoss(Scene scene) {
        return drill(
                "Kafka is gone",
                "OutboxDelayed",
                "order-service",
                "orders-ticket",
                () -> scene.shop().kill(Names.KAFKA),
                () -> {});
    }

    private static Drill databaseAway(Scene scene) {
        return drill(
                "The database of all services is gone",
                "CheckoutBudgetBurning",
                "order-service",
                "orders-page",
                () -> scene.shop().kill(Names.MYSQL),
                () -> {});
    }

    private static Drill searchIndexLost(Scene scene) {
        var before = new AtomicInteger();
        return drill(
                "Elasticsearch is gone, and with it everything it kept",
                "SearchBudgetBurning",
                "search-service",
                "catalogue-page",
                () -> {
                    before.set(inStock(scene));
                    scene.shop().kill(Names.ELASTICSEARCH);
                    StackFolder.delete(scene.folder().resolve("data").resolve(Names.ELASTICSEARCH));
                },
                () -> {
                    // What people buy meanwhile may be sold out.
                    var enough = Math.max(1, before.get() - 1);
                    var after = Await.orLastSeen(A_MINUTE, () -> inStock(scene), it -> it >= enough);
                    scene.findings()
                            .check(
                                    after >= enough,
                                    "search finds %d products in stock, and found %d before"
                                            .formatted(after, before.get()));
                });
    }

    private static int inStock(Scene scene) {
        return scene.door()
                .look("/api/search/products?inStock=true&size=1")
                .body()
                .path("total")
                .asInt(0);
    }

    private static Drill mailAway(Scene scene) {
        return drill(
                "The mail server is gone",
                "MailDelayed",
                "notification-service",
                "mail-ticket",
                () -> scene.shop().kill(Names.MAIL),
                () -> {});
    }

    static Drill drill(String rehearses, String alert, String service, String receiver, Step inject, Step heal) {
        return new Drill(rehearses, new Alarm(alert, service, receiver, SOON, inject, heal));
    }

    private static Rehearsal.Maker anywhere(Function<Scene, Drill> drill) {
        return usual -> new Anywhere(usual, drill);
    }

    private record Anywhere(Plan plan, Function<Scene, Drill> made) implements Rehearsal {
        @Override
        public Drill drill(Scene scene) {
            return made.apply(scene);
        }
    }
}
