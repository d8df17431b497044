package com.ecom.local.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks every process how it is; succeeds only if all that were started are well. */
@Command(name = "status", description = "Shows every process, having asked it how it is. Fails if one is not well.%n")
final class StatusCommand implements Callable<Integer> {

    @Mixin
    private final Place place = new Place();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Option(
            names = "--cpu",
            paramLabel = "SECONDS",
            arity = "0..1",
            fallbackValue = "10",
            description = "Show also what each process computes in that time, 10 seconds if no other is given.")
    private int cpuSeconds;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (var stack = place.mustRun()) {
            var report = ShopReport.of(place, stack.look());
            report.print();
            if (cpuSeconds == 0) {
                return json.print(report, report.ok());
            }
            var cpu = CpuUse.of(report.processes(), Duration.ofSeconds(cpuSeconds));
            cpu.print();
            return json.print(new Measured(report, cpu), report.ok());
        }
    }

    private record Measured(ShopReport shop, CpuUse cpu) {}
}
