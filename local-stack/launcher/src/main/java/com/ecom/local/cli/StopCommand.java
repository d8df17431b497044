package com.ecom.local.cli;

import com.ecom.local.stack.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Stops processes and leaves the others running, to see how they cope. */
@Command(name = "stop", description = "Stops single processes and leaves the others running.%n")
final class StopCommand implements Callable<Integer> {

    @Mixin
    private final Place place = new Place();

    @Option(names = "--kill", description = "End them at once, the way a crash does.")
    private boolean kill;

    @Parameters(paramLabel = "NAME", arity = "1..*", description = "As in ./ecom status.")
    private final List<String> names = new ArrayList<>();

    @Override
    public Integer call() {
        var meant = names.stream().map(Names::find).toArray(String[]::new);
        try (var stack = place.mustRun()) {
            var _ = kill ? stack.kill(meant) : stack.stop(meant);
            return 0;
        }
    }
}
