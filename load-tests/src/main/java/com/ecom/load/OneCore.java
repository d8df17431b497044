package com.ecom.load;

import com.ecom.local.LocalShop;
import com.ecom.local.supervisor.ProcessView;
import java.io.IOException;
import java.util.List;

/** Holds all processes of a shop to one core of the machine, and its customers to the others. */
final class OneCore {

    private static final String FIRST = "0";

    private OneCore() {}

    static void hold(LocalShop shop) throws IOException, InterruptedException {
        for (ProcessView it : shop.processes()) {
            var pid = it.pid();
            if (pid != null) {
                bind(FIRST, pid);
            }
        }
        var cores = Runtime.getRuntime().availableProcessors();
        if (cores > 1) {
            bind("1-" + (cores - 1), ProcessHandle.current().pid());
        }
        Trial.say("The shop has one core, its customers have %d".formatted(Math.max(1, cores - 1)));
    }

    /** With all its threads; those that it starts later stay there. */
    private static void bind(String cores, long pid) throws IOException, InterruptedException {
        var bound = new ProcessBuilder(List.of("taskset", "-a", "-c", "-p", cores, Long.toString(pid)))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectErrorStream(true)
                .start()
                .waitFor();
        if (bound != 0) {
            throw new IOException("taskset cannot bind process %d to core %s".formatted(pid, cores));
        }
    }
}
