package com.ecom.load;

import com.ecom.shop.ComeBack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Many buyers for few units of one SKU: exactly that many are sold, and nobody is left waiting. */
@Command(
        name = "flash-sale",
        description = "Everybody wants the same thing: is exactly what there is sold, and how soon?%n")
final class FlashSaleBench implements Callable<Integer> {

    private static final int CUSTOMERS = 500;
    private static final int MOST_TRIES = 20;

    @Option(names = "--units", description = "How many there are (default: 500).")
    private int units = 500;

    @Option(names = "--buyers", description = "How many want one (default: 5000).")
    private int buyers = 5_000;

    @Option(names = "--at-once", description = "How many press the button at the same time (default: 200).")
    private int atOnce = 200;

    @Option(names = "--quick-start", description = "Services with the flags of ./ecom up, which need less warming up.")
    private boolean quickStart;

    @Option(names = "--json", description = "Print one JSON object as the last line.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        try (var trial = Trial.open("bench", !quickStart);
                var book = new OrderBook(trial.shop())) {
            var sku = trial.skus().getFirst();
            var there = book.soldAndLeft(sku).getOrDefault("left", 0L);
            trial.restock(List.of(sku), (int) (units - there));
            Trial.say("%d customers sign up".formatted(CUSTOMERS));
            var tokens = trial.customers(CUSTOMERS);
            Trial.say("%,d buyers want one of %d, %d at a time".formatted(buyers, units, atOnce));
            var begin = System.nanoTime();
            var from = book.now();
            var answers = everybodyBuys(Door.at(trial.shop().gateway()), tokens, sku);
            var accepting = (System.nanoTime() - begin) / 1e9;
            var soldOut = untilAllIsOver(trial, begin);
            return report(
                    trial, sku, answers, accepting, soldOut, Percentiles.of(book.millisToConfirm(from, book.now())));
        }
    }

    private Answers everybodyBuys(Door door, List<String> tokens, String sku) {
        var answers = new Answers(
                new AtomicInteger(), new ComeBack(), new ConcurrentLinkedQueue<>(), new ConcurrentLinkedQueue<>());
        var turn = new Semaphore(atOnce);
        try (var everybody = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < buyers; i++) {
                var token = tokens.get(i % tokens.size());
                turn.acquireUninterruptibly();
                everybody.execute(() -> {
                    try {
                        buy(door, token, sku, answers);
                    } finally {
                        turn.release();
                    }
                });
            }
        }
        return answers;
    }

    /** Whoever gets a Retry-After asks again then under the same key, as people's browsers do. */
    private void buy(Door door, String token, String sku, Answers answers) {
        var key = UUID.randomUUID().toString();
        for (int tries = 1; tries <= MOST_TRIES; tries++) {
            var begin = System.nanoTime();
            try {
                var answer = door.post("/api/orders", token, Checkout.ofOne(sku), key);
                if (answer.statusCode() == 201) {
                    answers.accepted.incrementAndGet();
                    answers.millis.add((System.nanoTime() - begin) / 1e6);
                    return;
                }
                if (tries == MOST_TRIES || !answers.again.waited(answer)) {
                    answers.others.add(answer.statusCode() + " " + answer.body());
                    return;
                }
            } catch (Exception e) {
                answers.others.add(e.toString());
                return;
            }
        }
    }

    /** Seconds until the last unit was sold; every order has ended by then or soon after. */
    private double untilAllIsOver(Trial trial, long begin) throws Exception {
        double soldOut = 0;
        try (var book = new OrderBook(trial.shop())) {
            for (int i = 0; i < 6_000; i++) {
                var states = book.states();
                if (soldOut == 0 && states.getOrDefault("CONFIRMED", 0L) >= units) {
                    soldOut = (System.nanoTime() - begin) / 1e9;
                }
                var open = states.entrySet().stream()
                        .filter(it -> !List.of("CONFIRMED", "CANCELLED").contains(it.getKey()))
                        .mapToLong(Map.Entry::getValue)
                        .sum();
                if (open == 0) {
                    break;
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
        return soldOut;
    }

    private int report(Trial trial, String sku, Answers answers, double accepting, double soldOut, Percentiles confirm)
            throws Exception {
        var wrong = new ArrayList<String>();
        Map<String, Long> states;
        try (var book = new OrderBook(trial.shop())) {
            states = book.states();
            var stock = book.soldAndLeft(sku);
            if (stock.getOrDefault("sold", 0L) != Math.min(units, answers.accepted.get())) {
                wrong.add("%d of %d were sold".formatted(stock.get("sold"), units));
            }
            if (stock.getOrDefault("left", 0L) != units - stock.getOrDefault("sold", 0L)) {
                wrong.add("%d are left".formatted(stock.get("left")));
            }
            wrong.addAll(book.wrongWithTheStock());
        }
        states.forEach((state, count) -> {
            if (!state.equals("CONFIRMED") && !state.equals("CANCELLED")) {
                wrong.add("%d orders are stuck in %s".formatted(count, state));
            }
        });
        var perSecond = answers.accepted.get() / accepting;
        Trial.say("%n%,d orders accepted in %.1f s (%.0f/s), POST answered in %s"
                .formatted(answers.accepted.get(), accepting, perSecond, Percentiles.of(answers.millis)));
        Trial.say("The last of %d units was sold after %.1f s; accepted to CONFIRMED in %s"
                .formatted(units, soldOut, confirm));
        Trial.say("%,d times a buyer got a Retry-After and tried again".formatted(answers.again.times()));
        Trial.say("In the end " + states);
        answers.others.stream().limit(5).forEach(it -> Trial.say("  not accepted: " + it));
        wrong.forEach(it -> Trial.say("  WRONG: " + it));
        if (json) {
            System.out.println(JsonMapper.shared()
                    .writeValueAsString(new Result(
                            wrong.isEmpty(),
                            units,
                            answers.accepted.get(),
                            accepting,
                            perSecond,
                            soldOut,
                            confirm,
                            answers.again.times(),
                            states)));
        }
        return wrong.isEmpty() ? 0 : 1;
    }

    private record Answers(
            AtomicInteger accepted,
            ComeBack again,
            ConcurrentLinkedQueue<Double> millis,
            ConcurrentLinkedQueue<String> others) {}

    record Result(
            boolean ok,
            int units,
            int accepted,
            double acceptingSeconds,
            double acceptedPerSecond,
            double soldOutSeconds,
            Percentiles confirm,
            long cameBack,
            Map<String, Long> states) {}
}
