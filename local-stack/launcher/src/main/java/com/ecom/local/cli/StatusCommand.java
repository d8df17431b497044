package com.ecom.local.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Asks every process how it is; succeeds only if all that were started are well. */
@Command(name = "status", description = "Shows every process, having asked it how it is. Fails if one is not well.%n")
final class StatusCommand implements Callable<Integer> {

    @Mixin
    private final Place place = new Place();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Override
    public Integer call() throws IOException {
        try (var stack = place.mustRun()) {
            var report = ShopReport.of(place, stack.look());
            report.print();
            return json.print(report, report.ok());
        }
    }
}
