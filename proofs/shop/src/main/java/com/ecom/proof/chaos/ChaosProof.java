package com.ecom.proof.chaos;

import com.ecom.local.LocalShop;
import com.ecom.local.stack.Names;
import com.ecom.local.stack.Plan;
import com.ecom.proof.Effort;
import com.ecom.proof.SeededProof;
import com.ecom.proof.Verdict;
import com.ecom.proof.Verdict.Moment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Buys through the gateway while misfortune after misfortune strikes the processes and the network, then waits until
 * all is quiet and audits the books. The choices follow from the seed; what the machine makes of them does not.
 */
public final class ChaosProof implements SeededProof {

    private static final int CUSTOMERS = 40;
    private static final int FEWEST_PER_SECOND = 5;
    private static final Duration LONGEST = Duration.ofMinutes(20);
    private static final Duration UNTIL_QUIET = Duration.ofMinutes(6);

    private final List<String> violations = new ArrayList<>();
    private final Queue<Moment> timeline = new ConcurrentLinkedQueue<>();
    private Optional<Skew> skew = Optional.empty();
    private long begin;

    @Override
    public String name() {
        return "chaos";
    }

    @Override
    public String promise() {
        return "Whatever is killed, frozen, cut off, repeated or reordered: every order ends sold or not sold, and all"
                + " books agree";
    }

    @Override
    public Verdict prove(Effort effort) throws Exception {
        var plan = Plan.forTrials().withForwardedAddresses();
        try (var wires = Wires.beside(plan.ports())) {
            hurry(wires);
            var points = FaultPoints.in(wires, effort.seed());
            skew = Skew.onOne(wires, effort.seed());
            try (var shop = LocalShop.named("chaos", wires.into(plan))) {
                return prove(effort, wires, points, shop);
            }
        }
    }

    /** The timeouts of people in a hurry: nobody wants to watch an order wait for fifteen minutes. */
    private static void hurry(Wires wires) {
        wires.set("order-service", "ECOM_ORDERS_STOCKTIMEOUT", "45s");
        wires.set("order-service", "ECOM_ORDERS_PAYMENTTIMEOUT", "60s");
        wires.set("order-service", "ECOM_ORDERS_ANSWERTIMEOUT", "10s");
        wires.set("order-service", "ECOM_ORDERS_GRACE", "5s");
        wires.set("inventory-service", "ECOM_RESERVATIONS_HOLD", "150s");
        wires.set("payment-service", "ECOM_PAYMENT_RECONCILEINTERVAL", "5s");
        wires.set("notification-service", "ECOM_NOTIFICATIONS_CLAIM", "30s");
        Shuffler.PUBLISHERS.forEach(it -> wires.set(it, "ECOM_KAFKA_OUTGOINGPREFIX", Shuffler.RAW));
    }

    private Verdict prove(Effort effort, Wires wires, FaultPoints points, LocalShop shop) throws Exception {
        effort.say("Opening a shop in which every connection can fail");
        shop.start(Names.KAFKA);
        try (var shuffler = Shuffler.on(shop.kafka(), effort.seed())) {
            shop.startAll();
            var skus = Goods.someOfThemScarce(shop);
            var coupons = Coupons.forOrders(effort.orders());
            Coupons.openMarket(shop, coupons);
            behaveBadly(shop);
            begin = System.nanoTime();
            var books = new Books(shop);
            var nemesis = new Nemesis(shop, wires, points, effort.seed(), it -> mark(effort, it));
            var figures = Verdict.newFigures();
            try (var customers = new Customers(shop, skus, effort.seed(), CUSTOMERS);
                    var staff = new Staff(shop, books, skus, effort.seed())) {
                var poison = buyUnderFire(effort, shop, customers, nemesis, books);
                var burned = (System.nanoTime() - begin) / 1e9;
                effort.say("The misfortunes are over; waiting until all is quiet");
                nemesis.bringEverythingBack().forEach(it -> violations.add(it + " ended without having been killed"));
                var planned = customers.whenAllAreAnswered();
                staff.endShift();
                var quiet = untilQuiet(effort, books);
                effort.say("Auditing the books");
                audit(
                        shop,
                        books,
                        planned,
                        staff,
                        poison,
                        nemesis.endsOf("notification-service")
                                + nemesis.endsOf(Names.MYSQL)
                                + nemesis.breaksOf(Wires.MAILS));
                figures.put("coupons", UsesAudit.run(books, coupons, violations));
                figures.put("orders planned", planned.size());
                figures.put("accepted", customers.accepted.get());
                figures.put("staff", staff.did());
                figures.put("answers by status (0 = none)", customers.answersByStatus());
                figures.put("answers with Retry-After that were followed", customers.cameBack());
                figures.put("in the end", books.states());
                figures.put("clock skew", Skew.seenIn(shop, skew, violations));
                figures.put("seconds from the last misfortune until all was quiet", quiet);
                var misfortunes =
                        nemesis.done().values().stream().mapToInt(it -> it).sum();
                violations.addAll(Floors.missedBy(planned.size(), customers.accepted.get(), misfortunes, burned));
                figures.put("misfortunes", misfortunes);
                nemesis.done().forEach((what, times) -> figures.put("  " + what, times));
                FaultPoints.happenedIn(shop).forEach((what, times) -> figures.put("  " + what, times));
                figures.put("between services", shuffler.did());
            }
            return new Verdict(violations, figures, List.copyOf(timeline));
        }
    }

    private void audit(
            LocalShop shop,
            Books books,
            List<PlannedOrder> planned,
            Staff staff,
            Set<String> poison,
            int crashesAroundMails)
            throws Exception {
        var audit = new Audit(shop, books);
        audit.everything(planned);
        violations.addAll(audit.violations());
        violations.addAll(staff.violations(audit.returned()));
        var messages = new MessageAudit(shop, books);
        messages.everything(poison, crashesAroundMails);
        violations.addAll(messages.violations());
    }

    private Set<String> buyUnderFire(Effort effort, LocalShop shop, Customers customers, Nemesis nemesis, Books books)
            throws InterruptedException, IOException {
        var poison = Set.of("poison " + UUID.randomUUID());
        var buying = Thread.ofPlatform().name("customers").start(() -> {
            try {
                for (int i = 0; i < effort.orders(); i++) {
                    customers.buyOne();
                    TimeUnit.MILLISECONDS.sleep(1_000 / perSecond(effort.orders()));
                    if (i == effort.orders() / 2) {
                        poison.forEach(it -> poison(shop, it));
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        var watching = Thread.ofPlatform().name("watch").daemon().start(() -> watch(customers, books));
        while (buying.isAlive()) {
            nemesis.strike();
            buying.join(1_500);
        }
        watching.interrupt();
        watching.join();
        return poison;
    }

    private static long perSecond(int orders) {
        return Math.max(FEWEST_PER_SECOND, orders / LONGEST.toSeconds());
    }

    /** Once a second, whatever is going on: what has to be right all the time. */
    private void watch(Customers customers, Books books) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                violations.addAll(books.wrongWithTheShelf());
                note(customers.accepted.get(), books.states());
                TimeUnit.SECONDS.sleep(1);
            } catch (SQLException e) {
                // The database is away just now; there will be another moment.
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private double untilQuiet(Effort effort, Books books) throws SQLException, InterruptedException {
        var since = System.nanoTime();
        while (true) {
            var states = books.states();
            var open = states.entrySet().stream()
                    .filter(it -> !Set.of("CONFIRMED", "CANCELLED").contains(it.getKey()))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            note(states.values().stream().mapToLong(it -> it).sum(), states);
            var seconds = (System.nanoTime() - since) / 1e9;
            if ((open == 0 && books.nothingUnderWay()) || seconds > UNTIL_QUIET.toSeconds()) {
                effort.say("Quiet after %.0f s: %s".formatted(seconds, states));
                // Mails and read models follow the orders.
                TimeUnit.SECONDS.sleep(10);
                return Math.round(seconds);
            }
            TimeUnit.SECONDS.sleep(1);
        }
    }

    /** Loses and repeats webhooks, does what it was asked and does not say so, lets money go that it had put aside. */
    private static void behaveBadly(LocalShop shop) throws IOException, InterruptedException {
        shop.paymentProvider().behave("""
                {"delayMillis":20,"timeoutAfterEffect":0.05,"loseWebhooks":0.2,"duplicateWebhooks":0.2,
                "webhookDelayMillis":200,"letGo":0.02}
                """);
    }

    /** Something on a topic of ours that is no message of ours. */
    private static void poison(LocalShop shop, String words) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", shop.kafka(), "delivery.timeout.ms", "120000"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            var _ = producer.send(
                    new ProducerRecord<>("payment.commands", "poison", words.getBytes(StandardCharsets.UTF_8)));
            producer.flush();
        }
    }

    private void mark(Effort effort, String what) {
        timeline.add(new Moment((System.nanoTime() - begin) / 1e9, Map.of(), what));
        effort.say("%5.0f s  %s".formatted((System.nanoTime() - begin) / 1e9, what));
    }

    private void note(long accepted, Map<String, Long> states) {
        var counts = new LinkedHashMap<String, Long>();
        counts.put("accepted", accepted);
        counts.put("confirmed", states.getOrDefault("CONFIRMED", 0L));
        counts.put("cancelled", states.getOrDefault("CANCELLED", 0L));
        timeline.add(new Moment((System.nanoTime() - begin) / 1e9, counts, ""));
    }
}
