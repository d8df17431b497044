package com.ecom.load;

import static java.util.stream.Collectors.joining;

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
    private volatile boolean going = true;

    @Override
    public Integer call() throws Exception {
        try (var trial = Trial.open("bench", !quickStart);
                var book = new OrderBook(trial.shop())) {
            trial.restock(trial.skus(), 1_000_000);
            Trial.say("%d customers sign up".formatted(customers));
            var tokens = trial.customers(customers);
            try (var everybody = Executors.newVirtualThreadPerTaskExecutor()) {
                var door = Door.at(trial.shop().gateway());
                var endings = new Endings(door, Duration.ofMillis(askEvery));
                for (int i = 0; i < customers; i++) {
                    var token = tokens.get(i);
                    everybody.execute(() -> buyAgainAndAgain(door, endings, token, trial.skus()));
                }
                try {
                    everybody.execute(() -> endings.readFrom(book));
                    Trial.say("Warming up for %d s".formatted(warmUp));
                    pass(warmUp);
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

    private Result measure(Trial trial, Endings endings) throws SQLException {
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
            return new Result(
                    true,
                    customers,
                    elapsed,
                    acceptedNow / elapsed,
                    took.count() / elapsed,
                    Percentiles.of(new ArrayList<>(acceptMillis)),
                    took,
                    spent.ofTheShop() / count,
                    perOrder,
                    databasePerOrder,
                    (endings.asked() - askedBefore) / count,
                    Math.max(0, spent.machine() - spent.ours()) / (elapsed * 1_000),
                    failed.get());
        }
    }

    private int report(Trial trial, Result result) throws SQLException {
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
        Trial.say("%n%d customers at the same time, %.0f s:".formatted(result.customers, result.seconds));
        Trial.say("  accepted    %6.1f orders/s   POST answered in %s"
                .formatted(result.acceptedPerSecond, result.accept));
        Trial.say("  CONFIRMED   %6.1f orders/s   accepted to CONFIRMED in %s"
                .formatted(result.confirmedPerSecond, result.confirm));
        Trial.say("  %.1f CPU ms per order in the shop; others used %.2f of the machine's cores meanwhile"
                .formatted(result.cpuMillisPerOrder, result.coresOfOthers));
        result.cpuByProcess.forEach((name, millis) -> Trial.say("    %6.2f ms  %s".formatted(millis, name)));
        Trial.say("  per order in MySQL: "
                + result.databasePerOrder.entrySet().stream()
                        .map(it -> "%s %.1f".formatted(it.getKey(), it.getValue()))
                        .collect(joining(", ")));
        Trial.say("  customers asked %.1f times how their order was".formatted(result.askedPerOrder));
        Trial.say("  %d requests failed".formatted(result.failed));
        wrong.forEach(it -> Trial.say("  WRONG: " + it));
        if (json) {
            System.out.println(JsonMapper.shared().writeValueAsString(result.but(wrong.isEmpty())));
        }
        return wrong.isEmpty() ? 0 : 1;
    }

    private void buyAgainAndAgain(Door door, Endings endings, String token, List<String> skus) {
        int turn = token.hashCode() & 0xFFFF;
        while (going) {
            try {
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

    /** @param coresOfOthers what neither the shop nor this driver used, which makes every other figure worse */
    record Result(
            boolean ok,
            int customers,
            double seconds,
            double acceptedPerSecond,
            double confirmedPerSecond,
            Percentiles accept,
            Percentiles confirm,
            double cpuMillisPerOrder,
            Map<String, Double> cpuByProcess,
            Map<String, Double> databasePerOrder,
            double askedPerOrder,
            double coresOfOthers,
            long failed) {

        Result but(boolean good) {
            return new Result(
                    good,
                    customers,
                    seconds,
                    acceptedPerSecond,
                    confirmedPerSecond,
                    accept,
                    confirm,
                    cpuMillisPerOrder,
                    cpuByProcess,
                    databasePerOrder,
                    askedPerOrder,
                    coresOfOthers,
                    failed);
        }
    }
}
