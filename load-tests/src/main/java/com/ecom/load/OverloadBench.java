package com.ecom.load;

import com.ecom.local.stack.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Half of what the shop can do, and as much, and up to five times as much: does it do its work, or only suffer? */
@Command(
        name = "overload",
        description = {
            "Half to five times as many orders as the shop can answer, in an open loop: how many are CONFIRMED, how soon,",
            "and how soon all is well afterwards. Fails if more load makes less of it.%n"
        })
final class OverloadBench implements Callable<Integer> {

    private static final double[] TIMES = {0.5, 1, 2, 3, 5};
    private static final int CUSTOMERS = 24;
    private static final int MEASURED_FOR = 30;

    @Option(
            names = "--capacity",
            description = "Orders per second that count as what the shop can do; otherwise what "
                    + CUSTOMERS
                    + " customers reach who wait for their orders.")
    private double capacity;

    @Option(names = "--warm-up", description = "Seconds that these customers buy before (default: 240).")
    private int warmUp = 240;

    @Option(names = "--seconds", description = "Seconds of each load (default: 60).")
    private int seconds = 60;

    @Option(names = "--without-shedding", description = "Let everybody in, to see what comes of it; no verdict.")
    private boolean withoutShedding;

    @Option(names = "--one-core", description = "The whole shop has one core, its customers have the others.")
    private boolean oneCore;

    @Option(names = "--quick-start", description = "Services with the flags of ./ecom up, which need less warming up.")
    private boolean quickStart;

    @Option(names = "--json", description = "Print one JSON object as the last line.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        try (var trial = Trial.open(
                "bench", !quickStart, Plan.forTrials().withForwardedAddresses().withEnvironment(environment()))) {
            if (oneCore) {
                OneCore.hold(trial.shop());
            }
            var warm = new CheckoutRun(trial, CUSTOMERS, Duration.ZERO, false).run(warmUp, MEASURED_FOR);
            var most = capacity > 0 ? capacity : warm.confirmedPerSecond();
            Trial.say("%d customers reach %.1f orders/s; %.1f orders/s count as what the shop can do"
                    .formatted(CUSTOMERS, warm.confirmedPerSecond(), most));
            trial.restock(trial.skus(), 1_000_000);
            var steps = new ArrayList<OverloadStep>();
            var run = new OverloadRun(trial);
            for (var times : TIMES) {
                steps.add(run.run(times, times * most, seconds));
            }
            OverloadStep.sayHeading();
            steps.forEach(OverloadStep::say);
            return verdict(trial, most, steps);
        }
    }

    /** Customers come from many networks, as the gateway's limit wants to see it; its rates are those of a trial. */
    private Map<String, Map<String, String>> environment() {
        var limit = "ecom.traffic.profiles.trial.shed[POST /api/orders].";
        var gateway = withoutShedding
                ? Map.<String, Object>of()
                : Map.<String, Object>of(limit + "min", 40, limit + "initial", 100, limit + "max", 200);
        return Map.of(
                "api-gateway",
                Map.of("SPRING_APPLICATION_JSON", JsonMapper.shared().writeValueAsString(gateway)),
                "order-service",
                withoutShedding ? Map.of("ECOM_ORDERS_BACKLOG_LEAST", "1000000") : Map.of());
    }

    private int verdict(Trial trial, double most, List<OverloadStep> steps) throws Exception {
        var missed = withoutShedding ? List.<String>of() : OverloadGoals.missedBy(steps);
        var wrong = new ArrayList<String>();
        try (var book = new OrderBook(trial.shop())) {
            wrong.addAll(book.wrongWithTheStock());
        }
        missed.forEach(it -> Trial.say("  MISSED: " + it));
        wrong.forEach(it -> Trial.say("  WRONG: " + it));
        var isGood = missed.isEmpty() && wrong.isEmpty();
        if (json) {
            System.out.println(JsonMapper.shared().writeValueAsString(new Result(isGood, most, steps, missed)));
        }
        return isGood ? 0 : 1;
    }

    record Result(boolean ok, double capacity, List<OverloadStep> steps, List<String> missed) {}
}
