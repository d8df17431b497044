package com.ecom.load;

import com.ecom.shop.Gateway;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Visitors who put one thing after the other into their carts, each addition under a key of its own. */
@Command(
        name = "cart",
        description = "Additions to carts per second through the gateway, half by guests and half by accounts.%n")
final class CartBench implements Callable<Integer> {

    @Option(names = "--visitors", description = "How many add at the same time (default: 64).")
    private int visitors = 64;

    @Option(names = "--warm-up", description = "Seconds that do not count (default: 90).")
    private int warmUp = 90;

    @Option(names = "--seconds", description = "Seconds that count (default: 60).")
    private int seconds = 60;

    @Option(
            names = "--per-second",
            description = "So many additions a second and no more; 0 for as many as there can be (default: 0).")
    private int perSecond = 0;

    @Option(names = "--quick-start", description = "Services with the flags of ./ecom up, which need less warming up.")
    private boolean quickStart;

    @Override
    public Integer call() throws Exception {
        try (var trial = Trial.open("bench", !quickStart)) {
            var run = new CartRun(Door.at(trial.shop().gateway()), tokens(trial), trial.skus(), perSecond);
            var result = run.run(warmUp, seconds, () -> Cpu.now(trial.shop()));
            result.say();
            result.wrong().forEach(it -> Trial.say("  WRONG: " + it));
            return result.wrong().isEmpty() ? 0 : 1;
        }
    }

    private List<String> tokens(Trial trial) {
        var anybody = Gateway.at(trial.shop().gateway().toString());
        var guests = IntStream.range(0, visitors / 2)
                .mapToObj(_ -> anybody.post("/api/auth/guest", Map.of())
                        .good()
                        .path("accessToken")
                        .asString());
        return Stream.concat(guests, trial.customers(visitors - visitors / 2).stream())
                .toList();
    }
}
