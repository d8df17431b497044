package com.ecom.local.cli;

import com.ecom.local.build.Maven;
import com.ecom.local.build.TestReports;
import com.ecom.local.build.TestReports.Outcome;
import com.ecom.local.stack.Checkout;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the whole build with all its tests and counts them. */
@Command(
        name = "test",
        description = {
            "Builds everything and runs all tests against real servers.",
            "With --containers those of the services run on the images of docker-compose.yml, which needs Docker.",
            "Arguments after -- go to Maven, as in: ./ecom test -- --projects order-service --also-make%n"
        })
final class TestCommand implements Callable<Integer> {

    /** Most of a build waits: for servers that start, for messages, for what happens after a while. */
    private static final String MODULES_AT_ONCE = "2";

    @Mixin
    private final JsonOption json = new JsonOption();

    @Option(names = "--containers", description = "Databases, broker and search engine in containers.")
    private boolean containers;

    @Parameters(paramLabel = "ARGUMENT", description = "For Maven.")
    private final List<String> forMaven = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var checkout = Checkout.find();
        var begin = Instant.now();
        var arguments = new ArrayList<>(List.of("--batch-mode", "--threads", MODULES_AT_ONCE, "verify"));
        if (containers) {
            arguments.add("-Pcontainers");
        }
        arguments.addAll(forMaven);
        var built = new Maven(checkout).run(arguments);

        var byModule = new TestReports(checkout).since(begin);
        var sum = Outcome.sum(byModule.values());
        print(byModule);
        if (!built) {
            Console.problem("The build failed: what Maven says above is the reason");
        }
        sum.failures().forEach(it -> Console.problem("%s%n%s%n%s%n".formatted(it.name(), it.reason(), it.where())));
        Console.say("%d passed, %d failed, %d skipped".formatted(sum.passed(), sum.failed(), sum.skipped()));
        var good = built && sum.failed() == 0;
        return json.print(new Result(good, Console.secondsSoFar(), sum.passed(), sum, byModule), good);
    }

    private static void print(Map<String, Outcome> byModule) {
        Console.say("%n@|bold %-32s %8s %8s %8s %10s|@".formatted("module", "run", "failed", "skipped", "seconds"));
        byModule.forEach((module, it) -> Console.say(
                "%-32s %8d %8d %8d %10.1f".formatted(module, it.run(), it.failed(), it.skipped(), it.seconds())));
        Console.say("");
    }

    private record Result(boolean ok, double wallSeconds, int passed, Outcome total, Map<String, Outcome> modules) {}
}
