package com.ecom.proof.chaos;

import com.ecom.local.LocalShop;
import com.ecom.local.shop.Gateway;
import com.ecom.local.shop.Gateway.Answer;
import com.ecom.local.shop.ShopSaysNo;
import com.ecom.local.shop.Shopper;
import com.ecom.local.stack.Names;
import com.ecom.local.stack.Plan;
import com.ecom.proof.Effort;
import com.ecom.proof.Proof;
import com.ecom.proof.Verdict;
import com.ecom.proof.chaos.Wires.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Takes away one dependency after the other and slows some down: what can go on goes on, what cannot says so clearly,
 * nothing that was accepted is lost or given up, and everything recovers by itself.
 */
public final class OutageProof implements Proof {

    private static final Duration RECOVERY = Duration.ofMinutes(2);
    private static final int ASKED = 4;
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private final List<String> violations = new ArrayList<>();
    private final Map<String, Object> figures = Verdict.newFigures();

    @Override
    public String name() {
        return "outages";
    }

    @Override
    public String promise() {
        return "Without any one of its dependencies the shop does what it still can, refuses the rest, and recovers by itself";
    }

    @Override
    public Verdict prove(Effort effort) throws Exception {
        var plan = Plan.forTrials();
        try (var wires = Wires.beside(plan.ports())) {
            wires.tell("order-service", "ECOM_ORDERS_GRACE", "5s");
            try (var shop = LocalShop.named("outages", wires.into(plan))) {
                effort.say("Opening a shop");
                shop.startAll();
                var trial = new Trial(effort, shop, wires, Goods.plenty(shop), Duration.ofSeconds(effort.size(10, 60)));
                withoutKafka(trial);
                withoutMySql(trial);
                withoutRedis(trial);
                withoutMongoDb(trial);
                withoutElasticsearch(trial);
                withoutThePaymentProvider(trial);
                withoutMail(trial);
                withoutAuth(trial);
                withoutInventory(trial);
                withASlowDatabase(trial);
                nothingIsLost(trial);
            }
        }
        return Verdict.of(violations, figures);
    }

    private void withoutKafka(Trial trial) throws Exception {
        var orders = new ArrayList<String>();
        trial.during(Names.KAFKA, () -> {
            trial.good("a product page", () -> trial.anybody.look("/api/products?size=5"));
            trial.good("search", () -> trial.anybody.look("/api/search/products?size=5"));
            trial.good("the cart", () -> trial.shopper.shop().look("/api/cart"));
            trial.good("ordering", () -> trial.order(orders, "pm_card_ok"));
        });
        trial.becomes(orders, "CONFIRMED");
    }

    private void withoutMySql(Trial trial) throws Exception {
        trial.during(Names.MYSQL, () -> {
            trial.good("a product page", () -> trial.anybody.look("/api/products?size=5"));
            trial.good("search", () -> trial.anybody.look("/api/search/products?size=5"));
            trial.refusedAtOnce("ordering", () -> trial.order(new ArrayList<>(), "pm_card_ok"));
            trial.refusedAtOnce("my orders", () -> trial.shopper.shop().look("/api/orders"));
        });
        trial.sellsAgain();
    }

    private void withoutRedis(Trial trial) throws Exception {
        trial.during(Names.REDIS, () -> {
            trial.good("a product page", () -> trial.anybody.look("/api/products?size=5"));
            trial.good("a customer's cart", () -> trial.shopper.shop().look("/api/cart"));
            trial.good("ordering", () -> trial.order(trial.orders, "pm_card_ok"));
            trial.refused("a guest's cart", () -> trial.guest.look("/api/cart"));
        });
        trial.sellsAgain();
    }

    private void withoutMongoDb(Trial trial) throws Exception {
        trial.during(Names.MONGODB, () -> {
            trial.good("search", () -> trial.anybody.look("/api/search/products?size=5"));
            trial.good("ordering", () -> trial.order(trial.orders, "pm_card_ok"));
            trial.refused("a product page", () -> trial.anybody.look("/api/products?size=5"));
        });
        trial.sellsAgain();
    }

    private void withoutElasticsearch(Trial trial) throws Exception {
        trial.during(Names.ELASTICSEARCH, () -> {
            trial.good("a product page", () -> trial.anybody.look("/api/products?size=5"));
            trial.good("ordering", () -> trial.order(trial.orders, "pm_card_ok"));
            trial.refused("search", () -> trial.anybody.look("/api/search/products?size=5"));
        });
        trial.recovers(
                "search",
                () -> trial.anybody.look("/api/search/products?size=5").isGood());
    }

    private void withoutThePaymentProvider(Trial trial) throws Exception {
        var orders = new ArrayList<String>();
        trial.during(Names.PAYMENT_PROVIDER, () -> trial.good("ordering", () -> trial.order(orders, "pm_card_ok")));
        trial.becomes(orders, "CONFIRMED");
    }

    private void withoutMail(Trial trial) throws Exception {
        var orders = new ArrayList<String>();
        trial.during(Names.MAIL, () -> {
            trial.good("ordering", () -> trial.order(orders, "pm_card_ok"));
            trial.becomes(orders, "CONFIRMED");
        });
        trial.recovers("mail", () -> trial.mailsOf(orders) == orders.size());
    }

    private void withoutAuth(Trial trial) throws Exception {
        trial.during("auth-service", () -> {
            trial.good("a product page", () -> trial.anybody.look("/api/products?size=5"));
            trial.good("the cart", () -> trial.shopper.shop().look("/api/cart"));
            trial.good("ordering", () -> trial.order(trial.orders, "pm_card_ok"));
            trial.refused(
                    "logging in",
                    () -> trial.anybody.post(
                            "/api/auth/login", Map.of("email", "nobody@example.com", "password", "wrong horse")));
        });
        trial.recovers(
                "logging in",
                () -> trial.anybody
                                .post(
                                        "/api/auth/login",
                                        Map.of("email", "nobody@example.com", "password", "wrong horse"))
                                .status()
                        == 401);
    }

    private void withoutInventory(Trial trial) throws Exception {
        var orders = new ArrayList<String>();
        trial.during("inventory-service", () -> trial.good("ordering", () -> trial.order(orders, "pm_card_ok")));
        trial.becomes(orders, "CONFIRMED");
    }

    private void withASlowDatabase(Trial trial) throws Exception {
        var wire = new Wire("order-service", Names.MYSQL);
        trial.wires.slow(wire, 100);
        trial.scenario = wire + " slow";
        trial.effort.say(trial.scenario);
        trial.good("ordering", () -> trial.order(trial.orders, "pm_card_ok"));
        trial.good("a product page", () -> trial.anybody.look("/api/products?size=5"));
        trial.wires.mend(wire);
        trial.sellsAgain();
    }

    private void nothingIsLost(Trial trial) throws Exception {
        trial.scenario = "afterwards";
        trial.becomes(trial.orders, "CONFIRMED");
        trial.recovers(
                "quiet",
                () -> trial.books.count(
                                "select count(*) from ecom_order.orders where state not in ('CONFIRMED', 'CANCELLED')")
                        == 0);
        for (var database : Books.WITH_OUTBOX) {
            if (trial.books.count("select count(*) from %s.outbox_event where status = 2".formatted(database)) > 0) {
                violations.add("afterwards: events of %s are parked".formatted(database));
            }
        }
        for (var letter : Log.read(trial.shop.kafka(), "-dlt").all()) {
            violations.add("afterwards: %s of %s was set aside because of an outage"
                    .formatted(Log.typeOf(letter), letter.topic()));
        }
        violations.addAll(trial.books.wrongWithTheShelf());
    }

    /** The shop, the people in it, and what was expected of it. */
    private final class Trial {

        private final Effort effort;
        private final LocalShop shop;
        private final Books books;
        private final Wires wires;
        private final List<String> skus;
        private final Duration length;
        private final Gateway anybody;
        private final Gateway guest;
        private Shopper shopper;
        private final List<String> orders = new ArrayList<>();
        private String scenario = "";

        Trial(Effort effort, LocalShop shop, Wires wires, List<String> skus, Duration length) {
            this.effort = effort;
            this.shop = shop;
            this.books = new Books(shop);
            this.wires = wires;
            this.skus = skus;
            this.length = length;
            this.anybody = Gateway.at(shop.gateway().toString());
            this.guest = anybody.as(anybody.post("/api/auth/guest", Map.of())
                    .good()
                    .path("accessToken")
                    .asString());
            this.shopper = Shopper.signUp(anybody);
        }

        /** Whatever is expected is asked again and again for as long as the outage lasts. */
        void during(String part, Expectations expectations) throws Exception {
            scenario = "without " + part;
            effort.say(scenario);
            // A token lasts for five minutes, all of this takes longer.
            recovers("signing up", this::signUp);
            shop.kill(part);
            var end = System.nanoTime() + length.toNanos();
            expectations.check();
            while (System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(500);
            }
            var back = System.nanoTime();
            shop.start(part);
            figures.put(scenario + ": seconds to start again", Math.round((System.nanoTime() - back) / 1e8) / 10.0);
        }

        private boolean signUp() {
            try {
                shopper = Shopper.signUp(anybody);
                return true;
            } catch (ShopSaysNo e) {
                return false;
            }
        }

        Answer order(List<String> orders, String card) {
            var answer = shopper.shop()
                    .postOnce(
                            "/api/orders",
                            Map.of(
                                    "items",
                                    List.of(Map.of("sku", skus.get(orders.size() % skus.size()), "quantity", 1)),
                                    "paymentMethod",
                                    card,
                                    "shippingAddress",
                                    Shopper.ADDRESS),
                            UUID.randomUUID().toString());
            if (answer.isGood()) {
                orders.add(answer.body().path("orderId").asString());
            }
            return answer;
        }

        void good(String what, Supplier<Answer> ask) throws InterruptedException {
            ask(what, ask, it -> it.isGood());
        }

        /** A clear refusal for now, which is neither a bug's nor a stranger's. */
        void refused(String what, Supplier<Answer> ask) throws InterruptedException {
            ask(
                    what,
                    ask,
                    it -> List.of(502, 503, 504).contains(it.status())
                            && !it.body().path("code").asString().isEmpty());
        }

        /** The same within a second, but for one answer: the first to notice may have waited for what was still open. */
        void refusedAtOnce(String what, Supplier<Answer> ask) throws InterruptedException {
            var slow = new AtomicInteger();
            refused(what, () -> {
                var begin = System.nanoTime();
                var answer = ask.get();
                if (System.nanoTime() - begin > AT_ONCE.toNanos()) {
                    slow.incrementAndGet();
                }
                return answer;
            });
            if (slow.get() > 1) {
                violations.add("%s: %s took longer than %d ms to be refused %d times"
                        .formatted(scenario, what, AT_ONCE.toMillis(), slow.get()));
            }
        }

        private void ask(String what, Supplier<Answer> ask, Predicate<Answer> expected) throws InterruptedException {
            var slowest = 0L;
            for (int i = 0; i < ASKED; i++) {
                var begin = System.nanoTime();
                var answer = ask.get();
                slowest = Math.max(slowest, (System.nanoTime() - begin) / 1_000_000);
                if (!expected.test(answer)) {
                    violations.add("%s: %s answered %d %s".formatted(scenario, what, answer.status(), answer.body()));
                }
                TimeUnit.MILLISECONDS.sleep(200);
            }
            figures.put("%s: %s, slowest answer in ms".formatted(scenario, what), slowest);
        }

        void becomes(List<String> some, String state) throws Exception {
            recovers("%d orders being %s".formatted(some.size(), state), () -> {
                for (var order : some) {
                    if (books.count("select count(*) from ecom_order.orders where id = ? and state = ?", order, state)
                            == 0) {
                        return false;
                    }
                }
                return true;
            });
        }

        void sellsAgain() throws Exception {
            recovers("selling", () -> order(orders, "pm_card_ok").isGood());
        }

        long mailsOf(List<String> some) throws Exception {
            long sent = 0;
            for (var order : some) {
                sent += books.count(
                        "select count(*) from ecom_notification.notification where about = ? and status = 'SENT'",
                        order);
            }
            return sent;
        }

        void recovers(String what, Condition condition) throws Exception {
            var begin = System.nanoTime();
            while (!condition.holds()) {
                if (System.nanoTime() - begin > RECOVERY.toNanos()) {
                    violations.add("%s: no %s within %d s".formatted(scenario, what, RECOVERY.toSeconds()));
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(500);
            }
            figures.put(
                    "%s: %s, after s".formatted(scenario, what), Math.round((System.nanoTime() - begin) / 1e8) / 10.0);
        }
    }

    @FunctionalInterface
    private interface Expectations {
        void check() throws Exception;
    }

    @FunctionalInterface
    private interface Condition {
        boolean holds() throws Exception;
    }
}
