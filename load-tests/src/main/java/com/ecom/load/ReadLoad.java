package com.ecom.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** So many connections, each of which begins its next journey when the one before is over. */
final class ReadLoad {

    private static final int SHOWN = 5;

    private final Trial trial;
    private final Journey journey;
    private final AtomicLong number = new AtomicLong();
    private final Queue<Double> millis = new ConcurrentLinkedQueue<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private volatile boolean going;

    ReadLoad(Trial trial, Journey journey) {
        this.trial = trial;
        this.journey = journey;
    }

    /** @param warmUp seconds that do not count */
    Result run(ReadOnlyCallers callers, int connections, int warmUp, int seconds) throws InterruptedException {
        going = true;
        wrong.clear();
        try (var everybody = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < connections; i++) {
                everybody.execute(() -> makeJourneys(callers));
            }
            TimeUnit.SECONDS.sleep(warmUp);
            millis.clear();
            var cpu = Cpu.now(trial.shop());
            var begin = System.nanoTime();
            TimeUnit.SECONDS.sleep(seconds);
            var elapsed = (System.nanoTime() - begin) / 1e9;
            var took = Percentiles.of(new ArrayList<>(millis));
            var spent = Cpu.now(trial.shop()).since(cpu);
            going = false;
            return Result.of(connections, elapsed, took, spent, List.copyOf(wrong));
        } finally {
            going = false;
        }
    }

    private void makeJourneys(ReadOnlyCallers callers) {
        while (going) {
            try (var connection = new KeepAlive(trial.shop().gateway())) {
                while (going) {
                    var mine = number.getAndIncrement();
                    var begin = System.nanoTime();
                    journey.make(connection, callers.guest(mine), mine);
                    millis.add((System.nanoTime() - begin) / 1e6);
                }
            } catch (IOException e) {
                wrong.add(Objects.requireNonNullElse(e.getMessage(), e.toString()));
            }
        }
    }

    /**
     * @param cpuMillis what the shop spent on a journey
     * @param driverMillis what this driver spent, which makes every other figure worse
     * @param coresOfOthers what neither of them used
     * @param wrong answers that were not good, the first of them
     */
    record Result(
            int connections,
            double perSecond,
            Percentiles took,
            double cpuMillis,
            double driverMillis,
            Map<String, Double> cpuByProcess,
            double coresOfOthers,
            long failures,
            List<String> wrong) {

        static Result of(int connections, double elapsed, Percentiles took, Cpu spent, List<String> wrong) {
            var journeys = (double) Math.max(1, took.count());
            var byProcess = new LinkedHashMap<String, Double>();
            spent.byProcess().entrySet().stream()
                    .filter(it -> it.getValue() / journeys >= 0.01)
                    .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                    .forEach(it -> byProcess.put(it.getKey(), it.getValue() / journeys));
            return new Result(
                    connections,
                    took.count() / elapsed,
                    took,
                    spent.ofTheShop() / journeys,
                    (spent.ours() - spent.ofTheShop()) / journeys,
                    byProcess,
                    Math.max(0, spent.machine() - spent.ours()) / (elapsed * 1_000),
                    wrong.size(),
                    wrong.stream().limit(SHOWN).toList());
        }

        void say(String what) {
            Trial.say("%n%d connections: %.0f %s/s, p50 %.1f ms, p95 %.1f ms, p99 %.1f ms"
                    .formatted(connections, perSecond, what, took.p50(), took.p95(), took.p99()));
            Trial.say("  %.2f CPU ms each in the shop, %.2f in this driver; others used %.2f of the machine's cores"
                    .formatted(cpuMillis, driverMillis, coresOfOthers));
            cpuByProcess.forEach((name, it) -> Trial.say("    %6.2f ms  %s".formatted(it, name)));
            wrong.forEach(it -> Trial.say("  WRONG: " + it));
        }
    }
}
