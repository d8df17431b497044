package com.ecom.load;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Customers who each place an order, wait until it is CONFIRMED, and place the next one. */
@Command(name = "checkout", description = "Orders per second, and from accepted to CONFIRMED, in a closed loop.%n")
final class CheckoutBench implements Callable<Integer> {

    /** Seconds, well below the ten minutes of a token, so that what is measured fits in as well. */
    private static final int STINT = 200;

    @Option(names = "--customers", description = "How many buy at the same time (default: 100).")
    private int customers = 100;

    @Option(names = "--warm-up", description = "Seconds that do not count (default: 240).")
    private int warmUp = 240;

    @Option(names = "--seconds", description = "Seconds that count (default: 60).")
    private int seconds = 60;

    @Option(
            names = "--ask-every",
            description = "Milliseconds after which customers ask again how their order is, as in a storefront;"
                    + " 0 to learn it from the shop's books, which is no load (default: 250).")
    private int askEvery = 250;

    @Option(names = "--quick-start", description = "Services with the flags of ./ecom up, which need less warming up.")
    private boolean quickStart;

    @Option(names = "--json", description = "Print one JSON object as the last line.")
    private boolean json;

    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final Queue<Double> acceptMillis = new ConcurrentLinkedQueue<>();
    private volatile List<String> tokens = List.of();
    private volatile boolean going = true;

    @Override
    public Integer call() throws Exception {
        try (var trial = Trial.open("bench", !quickStart);
                var book = new OrderBook(trial.shop())) {
            trial.restock(trial.skus(), 1_000_000);
            Trial.say("%d customers sign up".formatted(customers));
            tokens = trial.customers(customers);
            try (var everybody = Executors.newVirtualThreadPerTaskExecutor()) {
                var door = Door.at(trial.shop().gateway());
                var endings = new Endings(door, Duration.ofMillis(askEvery));
                for (int i = 0; i < customers; i++) {
                    var customer = i;
                    everybody.execute(() -> buyAgainAndAgain(door, endings, customer, trial.skus()));
                }
                try {
                    everybody.execute(() -> endings.readFrom(book));
                    Trial.say("Warming up for %d s".formatted(warmUp));
                    warmUp(trial);
                    acceptMillis.clear();
                    var result = measure(trial, endings);
                    going = false;
                    endings.nobodyBuysAnyMore();
                    drain(endings);
                    return report(trial, result);
                } finally {
                    going = false;
                    endings.giveUp();
                }
            }
        }
    }

    private CheckoutResult measure(Trial trial, Endings endings) throws SQLException {
        try (var book = new OrderBook(trial.shop())) {
            Trial.say("Measuring for %d s".formatted(seconds));
            var cpuBefore = Cpu.now(trial.shop());
            var from = book.now();
            var workBefore = book.work();
            var acceptedBefore = accepted.get();
            var askedBefore = endings.asked();
            var begin = System.nanoTime();
            pass(seconds);
            var elapsed = (System.nanoTime() - begin) / 1e9;
            var to = book.now();
            var spent = Cpu.now(trial.shop()).since(cpuBefore);
            var work = book.work();
            var acceptedNow = accepted.get() - acceptedBefore;
            var took = Percentiles.of(book.millisToConfirm(from, to));
            var count = (double) Math.max(1, took.count());
            var databasePerOrder = new LinkedHashMap<String, Double>();
            work.forEach((name, now) -> databasePerOrder.put(name, (now - workBefore.getOrDefault(name, 0L)) / count));
            var perOrder = new LinkedHashMap<String, Double>();
            spent.byProcess().entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                    .forEach(it -> perOrder.put(it.getKey(), it.getValue() / count));
            return new CheckoutResult(
                    true,
                    customers,
                    elapsed,
                    acceptedNow / elapsed,
                    took.count() / elapsed,
                    Percentiles.of(new ArrayList<>(acceptMillis)),
                    took,
                    spent.ofTheShop() / count,
                    spent.compilers() / count,
                    perOrder,
                    databasePerOrder,
                    (endings.asked() - askedBefore) / count,
                    Math.max(0, spent.machine() - spent.ours()) / (elapsed * 1_000),
                    failed.get());
        }
    }

    private int report(Trial trial, CheckoutResult result) throws SQLException {
        List<String> wrong;
        try (var book = new OrderBook(trial.shop())) {
            wrong = new ArrayList<>(book.wrongWithTheStock());
            var states = book.states();
            states.forEach((state, count) -> {
                if (!state.equals("CONFIRMED")) {
                    wrong.add("%d orders are %s".formatted(count, state));
                }
            });
        }
        result.say();
        wrong.forEach(it -> Trial.say("  WRONG: " + it));
        if (json) {
            System.out.println(JsonMapper.shared().writeValueAsString(result.but(wrong.isEmpty())));
        }
        return wrong.isEmpty() ? 0 : 1;
    }

    /** Whoever buys for longer than a token lasts comes back as somebody new. */
    private void warmUp(Trial trial) {
        for (int left = warmUp; left > 0; left -= STINT) {
            pass(Math.min(left, STINT));
            if (left > STINT) {
                tokens = trial.customers(customers);
            }
        }
    }

    private void buyAgainAndAgain(Door door, Endings endings, int customer, List<String> skus) {
        int turn = customer;
        while (going) {
            try {
                var token = tokens.get(customer);
                var begin = System.nanoTime();
                var answer = door.post(
                        "/api/orders",
                        token,
                        Checkout.ofOne(skus.get(turn++ % skus.size())),
                        UUID.randomUUID().toString());
                if (answer.statusCode() != 201) {
                    failed.incrementAndGet();
                    TimeUnit.MILLISECONDS.sleep(100);
                    continue;
                }
                accepted.incrementAndGet();
                acceptMillis.add((System.nanoTime() - begin) / 1e6);
                var id = JsonMapper.shared()
                        .readTree(answer.body())
                        .path("orderId")
                        .asString();
                endings.await(id, token);
            } catch (InterruptedException e) {
                return;
            } catch (Exception e) {
                failed.incrementAndGet();
            }
        }
    }

    private void drain(Endings endings) throws InterruptedException {
        var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (System.nanoTime() < end && endings.somebodyWaits()) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        TimeUnit.SECONDS.sleep(1);
    }

    private void pass(int seconds) {
        try {
            TimeUnit.SECONDS.sleep(seconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
