package com.ecom.local.cli;

import com.ecom.local.client.Launch;
import com.ecom.local.stack.Plan;
import com.ecom.local.supervisor.ProcessView;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Whatever was up before is up again afterwards, from its new cache; nothing else is left running. */
@Command(
        name = "warm",
        description = {
            "Lets every process learn from one start how to start faster.",
            "That takes some minutes and 100 to 150 MB of disk for each, and holds until it is built anew.%n"
        })
final class WarmCommand implements Callable<Integer> {

    @Mixin
    private final Place place = new Place();

    @Mixin
    private final Selection selection = new Selection();

    @Mixin
    private final PortOptions ports = new PortOptions();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Override
    public Integer call() throws Exception {
        var names = selection.names();
        FreshBuild.of(names, place.checkout());
        var wasUp = place.isUp();
        var plan = new Plan(ports.chosen(), false, false, false, 0);
        var stack = Launch.stackIn(place.folder(), place.checkout(), () -> plan);
        try (var _ = new Attempt(stack, place.folder(), wasUp)) {
            var before = running(stack.look());
            stack.train(names, Console::progress);
            if (wasUp) {
                stack.start(before, Console::progress);
            }
            var result = new Result(true, Console.secondsSoFar(), names);
            Console.say("%nWarm after %.0f s. Now ./ecom up takes about half the time".formatted(result.wallSeconds()));
            return json.print(result, true);
        }
    }

    private static List<String> running(List<ProcessView> processes) {
        return processes.stream()
                .filter(it -> it.pid() != null && !it.address().isEmpty())
                .map(ProcessView::name)
                .toList();
    }

    private record Result(boolean ok, double wallSeconds, List<String> trained) {}
}
