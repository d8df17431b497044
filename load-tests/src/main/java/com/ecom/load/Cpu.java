package com.ecom.load;

import com.ecom.local.LocalShop;
import com.ecom.local.supervisor.ProcessView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the kernel has counted so far: the processor time of each process of the shop, of this driver, and of the whole
 * machine, in milliseconds. Without Linux's {@code /proc} everything is zero.
 *
 * @param compilers what the JVMs of the shop spent on compiling, which is a part of what the processes spent
 */
record Cpu(Map<String, Long> byProcess, long compilers, long machine) {

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern COMPILER = Pattern.compile("C[12] Compiler");
    private static final long MILLIS_PER_TICK = 10;
    private static final String DRIVER = "(this driver)";

    static Cpu now(LocalShop shop) {
        var byProcess = new LinkedHashMap<String, Long>();
        long compilers = 0;
        for (ProcessView it : shop.processes()) {
            if (it.pid() != null) {
                byProcess.put(it.name(), of("/proc/" + it.pid()));
                compilers += ofCompilers(Path.of("/proc/" + it.pid(), "task"));
            }
        }
        byProcess.put(DRIVER, of("/proc/self"));
        return new Cpu(byProcess, compilers, ofTheMachine());
    }

    /** Since an earlier moment. */
    Cpu since(Cpu earlier) {
        var spent = new LinkedHashMap<String, Long>();
        byProcess.forEach((name, millis) -> spent.put(name, millis - earlier.byProcess.getOrDefault(name, 0L)));
        return new Cpu(spent, Math.max(0, compilers - earlier.compilers), machine - earlier.machine);
    }

    long ours() {
        return byProcess.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What the shop itself spent. */
    long ofTheShop() {
        return ours() - byProcess.getOrDefault(DRIVER, 0L);
    }

    /** Compiler threads that have ended meanwhile are missing: HotSpot keeps one of each kind. */
    private static long ofCompilers(Path threads) {
        try (var all = Files.list(threads)) {
            return all.map(Path::toString)
                    .filter(it -> COMPILER.matcher(read(it + "/comm")).lookingAt())
                    .mapToLong(Cpu::of)
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }

    /** Of a process or a thread. */
    private static long of(String folder) {
        var stat = read(folder + "/stat");
        if (stat.isEmpty()) {
            return 0;
        }
        // The name in brackets may contain anything; user and system time are the 12th and 13th field after it.
        var fields = SPACES.split(stat.substring(stat.lastIndexOf(')') + 2), 0);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * MILLIS_PER_TICK;
    }

    private static long ofTheMachine() {
        var total = read("/proc/stat").lines().findFirst().orElse("");
        var fields = SPACES.split(total, 0);
        if (fields.length < 8) {
            return 0;
        }
        long busy = 0;
        for (var index : new int[] {1, 2, 3, 6, 7}) {
            busy += Long.parseLong(fields[index]);
        }
        return busy * MILLIS_PER_TICK;
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            return "";
        }
    }
}
