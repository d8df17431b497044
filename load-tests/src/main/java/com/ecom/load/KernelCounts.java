package com.ecom.load;

import com.ecom.local.LocalShop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the kernel had to do for the processes of the shop so far, by name. Machines differ most in what these cost.
 * Without Linux's {@code /proc} there is nothing.
 */
record KernelCounts(Map<String, Long> byName) {

    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** Of the fields of {@code stat} after the name in brackets. */
    private static final int MINOR_FAULTS = 7;

    static KernelCounts now(LocalShop shop) {
        var counts = new TreeMap<String, Long>();
        for (var process : shop.processes()) {
            if (process.pid() != null) {
                read(Path.of("/proc", String.valueOf(process.pid())))
                        .forEach((name, count) -> counts.merge(name, count, Long::sum));
            }
        }
        return new KernelCounts(counts);
    }

    /** By order, since an earlier moment. */
    Map<String, Double> perOrder(KernelCounts earlier, double orders) {
        var perOrder = new TreeMap<String, Double>();
        byName.forEach((name, count) -> perOrder.put(name, (count - earlier.byName.getOrDefault(name, 0L)) / orders));
        return perOrder;
    }

    private static Map<String, Long> read(Path process) {
        try {
            var stat = Files.readString(process.resolve("stat"));
            var calls = Files.readAllLines(process.resolve("io")).stream()
                    .filter(it -> it.startsWith("syscr") || it.startsWith("syscw"))
                    .mapToLong(KernelCounts::number)
                    .sum();
            return Map.of(
                    "minor faults",
                    Long.parseLong(SPACES.split(stat.substring(stat.lastIndexOf(')') + 2), 0)[MINOR_FAULTS]),
                    "context switches",
                    contextSwitches(process),
                    "read and write calls",
                    calls);
        } catch (IOException e) {
            return Map.of();
        }
    }

    /** Of the threads that are still there: nearly all, since services keep their carriers and pools. */
    private static long contextSwitches(Path process) throws IOException {
        try (var threads = Files.list(process.resolve("task"))) {
            return threads.flatMap(it -> lines(it.resolve("status")))
                    .filter(it -> it.contains("ctxt_switches"))
                    .mapToLong(KernelCounts::number)
                    .sum();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static long number(String line) {
        return Long.parseLong(line.substring(line.indexOf(':') + 1).strip());
    }
}
