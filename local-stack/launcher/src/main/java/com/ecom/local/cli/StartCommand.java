package com.ecom.local.cli;

import com.ecom.local.stack.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Starts processes of a shop that is up. */
@Command(name = "start", description = "Starts single processes of a shop that is up, and what they need.%n")
final class StartCommand implements Callable<Integer> {

    @Mixin
    private final Place place = new Place();

    @Parameters(paramLabel = "NAME", arity = "1..*", description = "As in ./ecom status.")
    private final List<String> names = new ArrayList<>();

    @Override
    public Integer call() {
        try (var stack = place.mustRun()) {
            stack.start(names.stream().map(Names::find).toList(), Console::progress);
            return 0;
        }
    }
}
