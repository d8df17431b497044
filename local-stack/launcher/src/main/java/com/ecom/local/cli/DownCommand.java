package com.ecom.local.cli;

import com.ecom.local.supervisor.Turn;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Afterwards no process of the shop runs; its data stay. */
@Command(name = "down", description = "Stops everything. The data stay for the next up.%n")
final class DownCommand implements Callable<Integer> {

    @Mixin
    private final Place place = new Place();

    @Override
    public Integer call() throws IOException {
        takeDown(place);
        return 0;
    }

    static void takeDown(Place place) throws IOException {
        var running = place.running();
        if (running.isEmpty()) {
            return;
        }
        Console.progress("ecom", "stopping");
        try (var stack = running.get()) {
            stack.down();
        }
        try (var _ = Turn.take(place.folder())) {
            Console.progress("ecom", "down");
        }
    }
}
