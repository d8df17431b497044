package com.ecom.proof.stock;

import com.ecom.inventory.model.Line;
import com.ecom.inventory.reserving.StockOnTrial;
import com.ecom.proof.Effort;
import com.ecom.proof.SeededProof;
import com.ecom.proof.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Two hundred buyers at a time in a hurry, by the same code and statements as in inventory-service, inbox included. */
public final class StockProof implements SeededProof {

    private static final int UNITS = 500;
    private static final int AT_ONCE = 200;
    private static final int CONNECTIONS = 32;

    @Override
    public String name() {
        return "stock";
    }

    @Override
    public String promise() {
        return "What is there is sold to the last unit and not one more, and no buyer blocks another";
    }

    @Override
    public Verdict prove(Effort effort) throws Exception {
        var figures = Verdict.newFigures();
        var violations = new ArrayList<String>();
        try (var shelf = Shelf.create(CONNECTIONS);
                var stock = new StockOnTrial(shelf.connections())) {
            sellOut(effort, shelf, stock, figures, violations);
            sellBaskets(effort, shelf, stock, figures, violations);
            if (shelf.undecided() > 0) {
                violations.add(shelf.undecided() + " orders were never decided about");
            }
        }
        return Verdict.of(violations, figures);
    }

    /** Every other time the SKU is a hot one; and twice, buyers come without the batches that spare them the queue. */
    private static void sellOut(
            Effort effort, Shelf shelf, StockOnTrial stock, Map<String, Object> figures, List<String> violations)
            throws InterruptedException {
        var rounds = effort.size(4, 20);
        var buyers = effort.size(1_000, 5_000);
        var times = new LinkedHashMap<String, Round>();
        for (int i = 0; i < rounds; i++) {
            var hot = i % 2 == 1;
            var together = i < 2 ? 1 : 20;
            var kind = "%s SKU, %s".formatted(hot ? "hot" : "ordinary", i < 2 ? "one by one" : "twenty together");
            effort.say("%,d buyers want %d units, %d of %d: %s".formatted(buyers, UNITS, i + 1, rounds, kind));
            var sku = shelf.with(UNITS);
            if (hot) {
                stock.heat(sku);
            }
            sellOut(
                    sku,
                    buyers / together,
                    together,
                    shelf,
                    stock,
                    times.computeIfAbsent(kind, _ -> new Round()),
                    violations);
        }
        figures.put("sold out, times", rounds);
        figures.put("buyers each time", buyers);
        times.forEach((kind, round) -> {
            var together = kind.endsWith("one by one") ? 1 : 20;
            figures.put(kind + ", reservations/s", together * round.perSecond());
            figures.put(kind + ", transaction, ms, p99", round.p99());
        });
    }

    private static void sellOut(
            String sku, int groups, int together, Shelf shelf, StockOnTrial stock, Round round, List<String> violations)
            throws InterruptedException {
        var failed = new ConcurrentLinkedQueue<Throwable>();
        var purchases = Stream.generate(() -> (Runnable) () -> stock.orderAll(
                        Stream.generate(UUID::randomUUID).limit(together).toList(), List.of(new Line(sku, 1))))
                .limit(groups)
                .toList();
        var begin = System.nanoTime();
        atOnce(AT_ONCE / together, purchases, round, failed);
        round.took(System.nanoTime() - begin);
        report(failed, "A buyer of one SKU", violations);
        if (shelf.held(sku) != UNITS || shelf.available(sku) != 0) {
            violations.add("%d of %d units were sold, and %d are left"
                    .formatted(shelf.held(sku), UNITS, shelf.available(sku)));
        }
        checkLedger(List.of(sku), shelf, violations);
    }

    /** Five of twenty SKUs in an order of chance, some of them hot; every other basket is given up again. */
    private static void sellBaskets(
            Effort effort, Shelf shelf, StockOnTrial stock, Map<String, Object> figures, List<String> violations)
            throws InterruptedException {
        var plenty = 1_000_000;
        var skus = IntStream.range(0, 20).mapToObj(_ -> shelf.with(plenty)).toList();
        skus.subList(0, 4).forEach(stock::heat);
        var undone = shelf.deadlocks();
        effort.say("16 threads buy baskets of 5 out of 20 SKUs for %d s".formatted(effort.size(4, 60)));
        var end = System.nanoTime() + Duration.ofSeconds(effort.size(4, 60)).toNanos();
        var failed = new ConcurrentLinkedQueue<Throwable>();
        var round = new Round();
        var threads = IntStream.range(0, 16)
                .mapToObj(thread -> (Runnable) () -> {
                    var chance = new Random(effort.seed() * 31 + thread);
                    while (System.nanoTime() < end) {
                        buyOrGiveUp(stock, basket(skus, chance), chance.nextBoolean(), round, failed);
                    }
                })
                .toList();
        atOnce(16, threads, new Round(), failed);
        report(failed, "A buyer of a basket", violations);
        for (var it : skus) {
            if (shelf.available(it) + shelf.held(it) != plenty) {
                violations.add("Units of %s are missing".formatted(it));
            }
        }
        checkLedger(skus, shelf, violations);
        figures.put("baskets of 5 lines", round.count());
        figures.put("baskets, ms, p99", round.p99());
        figures.put("deadlocks undone by the database and tried again", shelf.deadlocks() - undone);
        figures.put("baskets turned away", failed.size());
    }

    private static void buyOrGiveUp(
            StockOnTrial stock, List<Line> basket, boolean giveUp, Round round, Queue<Throwable> failed) {
        var order = UUID.randomUUID();
        try {
            round.time(() -> stock.order(order, basket));
            if (giveUp) {
                stock.giveUp(order);
            }
        } catch (RuntimeException e) {
            failed.add(e);
        }
    }

    private static List<Line> basket(List<String> skus, Random chance) {
        var shuffled = new ArrayList<>(skus);
        Collections.shuffle(shuffled, chance);
        return shuffled.stream()
                .limit(5)
                .map(it -> new Line(it, 1 + chance.nextInt(3)))
                .toList();
    }

    private static void checkLedger(Collection<String> skus, Shelf shelf, List<String> violations) {
        for (var it : skus) {
            if (shelf.explained(it) != shelf.available(it)) {
                violations.add("%d units of %s are there, its movements say %d"
                        .formatted(shelf.available(it), it, shelf.explained(it)));
            }
        }
    }

    private static void report(Collection<Throwable> failed, String who, List<String> violations) {
        failed.stream().limit(3).forEach(it -> violations.add(who + " was turned away: " + it));
    }

    private static void atOnce(int atOnce, List<Runnable> purchases, Round round, Queue<Throwable> failed)
            throws InterruptedException {
        var room = new Semaphore(atOnce);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var purchase : purchases) {
                room.acquire();
                threads.execute(() -> {
                    try {
                        round.time(purchase);
                    } catch (RuntimeException e) {
                        failed.add(e);
                    } finally {
                        room.release();
                    }
                });
            }
        }
    }

    /** How long things took. */
    private static final class Round {

        private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();
        private final AtomicLong wallClock = new AtomicLong();

        void time(Runnable what) {
            var begin = System.nanoTime();
            what.run();
            nanos.add(System.nanoTime() - begin);
        }

        void took(long wall) {
            wallClock.addAndGet(wall);
        }

        int count() {
            return nanos.size();
        }

        long perSecond() {
            return Math.round(nanos.size() * 1e9 / Math.max(1, wallClock.get()));
        }

        double p99() {
            var sorted = nanos.stream().sorted().toList();
            return sorted.isEmpty() ? 0 : Math.round(sorted.get(sorted.size() * 99 / 100) / 1e4) / 100.0;
        }
    }
}
