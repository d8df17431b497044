package com.ecom.local.cli;

import com.ecom.local.supervisor.ProcessView;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What processes computed over some time.
 *
 * @param percentOfACore by process, the busiest first
 */
record CpuUse(double seconds, double totalPercentOfACore, Map<String, Double> percentOfACore) {

    static CpuUse of(List<ProcessView> processes, Duration time) throws InterruptedException {
        var before = millis(processes);
        var begin = System.nanoTime();
        Thread.sleep(time);
        var after = millis(processes);
        var elapsed = (System.nanoTime() - begin) / 1e6;
        var percent = new LinkedHashMap<String, Double>();
        after.entrySet().stream()
                .map(it -> Map.entry(
                        it.getKey(),
                        100.0 * (it.getValue() - before.getOrDefault(it.getKey(), it.getValue())) / elapsed))
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .forEach(it -> percent.put(it.getKey(), it.getValue()));
        var total = percent.values().stream().mapToDouble(it -> it).sum();
        return new CpuUse(elapsed / 1_000, total, percent);
    }

    private static Map<String, Long> millis(List<ProcessView> processes) {
        var used = new LinkedHashMap<String, Long>();
        for (var process : processes) {
            if (process.pid() != null) {
                ProcessHandle.of(process.pid())
                        .flatMap(it -> it.info().totalCpuDuration())
                        .ifPresent(it -> used.put(process.name(), it.toMillis()));
            }
        }
        return used;
    }

    void print() {
        Console.say("%n@|bold %-20s  %18s|@".formatted("name", "per cent of a core"));
        percentOfACore.forEach((name, percent) -> Console.say("%-20s  %18.1f".formatted(name, percent)));
        Console.say("%-20s  %18.1f   over %.0f s".formatted("all", totalPercentOfACore, seconds));
    }
}
