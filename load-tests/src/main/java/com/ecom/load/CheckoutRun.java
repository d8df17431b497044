package com.ecom.load;

import com.ecom.shop.ComeBack;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.json.JsonMapper;

/** So many customers in a freshly opened shop, who each buy again and again. */
final class CheckoutRun {

    /** Seconds, well below the ten minutes of a token, so that what is measured fits in as well. */
    private static final int STINT = 200;

    private final Trial trial;
    private final int customers;
    private final boolean isQuoted;
    private final Door door;
    private final Endings endings;
    private final Curve curve;

    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final ComeBack comeBack = new ComeBack();
    private final Queue<Double> acceptMillis = new ConcurrentLinkedQueue<>();
    private volatile List<String> tokens = List.of();
    private volatile boolean going = true;

    /** @param isQuoted whether they buy abroad by quotes, with a coupon, shipping and tax */
    CheckoutRun(Trial trial, int customers, Duration askedEvery, boolean isQuoted) {
        this.trial = trial;
        this.isQuoted = isQuoted;
        this.customers = customers;
        this.door = Door.at(trial.shop().gateway());
        this.endings = new Endings(door, askedEvery);
        this.curve = new Curve(trial.shop());
    }

    /** Returns when all orders are over. */
    CheckoutResult run(int warmUp, int seconds) throws InterruptedException, SQLException {
        trial.restock(trial.skus(), 1_000_000);
        if (isQuoted) {
            Abroad.open(trial);
        }
        Trial.say("%d customers sign up".formatted(customers));
        tokens = trial.customers(customers);
        try (var book = new OrderBook(trial.shop());
                var everybody = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                var drawing = everybody.submit(curve);
                startBuying(everybody, book);
                Trial.say("Warming up for %d s".formatted(warmUp));
                warmUp(warmUp);
                acceptMillis.clear();
                var result = measure(warmUp, seconds);
                drawing.cancel(true);
                going = false;
                endings.nobodyBuysAnyMore();
                drain();
                return result.but(wrong().isEmpty());
            } finally {
                going = false;
                endings.giveUp();
                everybody.shutdownNow();
            }
        }
    }

    private void startBuying(ExecutorService everybody, OrderBook book) {
        for (int i = 0; i < customers; i++) {
            var customer = i;
            everybody.execute(() -> buyAgainAndAgain(customer));
        }
        everybody.execute(() -> endings.readFrom(book));
    }

    /** Whoever buys for longer than a token lasts comes back as somebody new. */
    private void warmUp(int seconds) throws InterruptedException {
        for (int left = seconds; left > 0; left -= STINT) {
            TimeUnit.SECONDS.sleep(Math.min(left, STINT));
            if (left > STINT) {
                tokens = trial.customers(customers);
            }
        }
    }

    private CheckoutResult measure(int warmUp, int seconds) throws InterruptedException, SQLException {
        try (var book = new OrderBook(trial.shop())) {
            Trial.say("Measuring for %d s".formatted(seconds));
            var cpuBefore = Cpu.now(trial.shop());
            var kernelBefore = KernelCounts.now(trial.shop());
            var from = book.now();
            var workBefore = book.work();
            var acceptedBefore = accepted.get();
            var askedBefore = endings.asked();
            var begin = System.nanoTime();
            TimeUnit.SECONDS.sleep(seconds);
            var elapsed = (System.nanoTime() - begin) / 1e9;
            var to = book.now();
            var spent = Cpu.now(trial.shop()).since(cpuBefore);
            var kernel = KernelCounts.now(trial.shop());
            var work = book.work();
            var acceptedNow = accepted.get() - acceptedBefore;
            var took = Percentiles.of(book.millisToConfirm(from, to));
            var orders = (double) Math.max(1, took.count());
            return new CheckoutResult(
                    true,
                    customers,
                    elapsed,
                    acceptedNow / elapsed,
                    took.count() / elapsed,
                    Percentiles.of(new ArrayList<>(acceptMillis)),
                    took,
                    spent.ofTheShop() / orders,
                    spent.compilers() / orders,
                    byProcess(spent, orders),
                    databasePerOrder(workBefore, work, orders),
                    kernel.perOrder(kernelBefore, orders),
                    (endings.asked() - askedBefore) / orders,
                    Math.max(0, spent.machine() - spent.ours()) / (elapsed * 1_000),
                    failed.get(),
                    comeBack.times(),
                    curve.points(),
                    curve.nearlyBestAfter(),
                    curve.ordersBy(warmUp));
        }
    }

    private static Map<String, Double> byProcess(Cpu spent, double orders) {
        var perOrder = new LinkedHashMap<String, Double>();
        spent.byProcess().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(it -> perOrder.put(it.getKey(), it.getValue() / orders));
        return perOrder;
    }

    private static Map<String, Double> databasePerOrder(
            Map<String, Long> before, Map<String, Long> now, double orders) {
        var perOrder = new LinkedHashMap<String, Double>();
        now.forEach((name, count) -> perOrder.put(name, (count - before.getOrDefault(name, 0L)) / orders));
        return perOrder;
    }

    /** What the shop got wrong, in sentences. */
    List<String> wrong() throws SQLException {
        try (var book = new OrderBook(trial.shop())) {
            var wrong = new ArrayList<>(book.wrongWithTheStock());
            book.states().forEach((state, count) -> {
                if (!state.equals("CONFIRMED")) {
                    wrong.add("%d orders are %s".formatted(count, state));
                }
            });
            return wrong;
        }
    }

    private void buyAgainAndAgain(int customer) {
        int turn = customer;
        while (going) {
            try {
                buy(tokens.get(customer), trial.skus().get(turn++ % trial.skus().size()));
            } catch (InterruptedException e) {
                return;
            } catch (Exception e) {
                failed.incrementAndGet();
            }
        }
    }

    private void buy(String token, String sku)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        var key = UUID.randomUUID().toString();
        var body = isQuoted ? Abroad.orderOfOne(door, token, sku) : Checkout.ofOne(sku);
        var begin = System.nanoTime();
        var answer = door.post("/api/orders", token, body, key);
        while (going && comeBack.waited(answer)) {
            begin = System.nanoTime();
            answer = door.post("/api/orders", token, body, key);
        }
        if (answer.statusCode() != 201) {
            failed.incrementAndGet();
            TimeUnit.MILLISECONDS.sleep(100);
            return;
        }
        accepted.incrementAndGet();
        acceptMillis.add((System.nanoTime() - begin) / 1e6);
        endings.await(
                JsonMapper.shared().readTree(answer.body()).path("orderId").asString(), token);
    }

    private void drain() throws InterruptedException {
        var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (System.nanoTime() < end && endings.somebodyWaits()) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        TimeUnit.SECONDS.sleep(1);
    }
}
