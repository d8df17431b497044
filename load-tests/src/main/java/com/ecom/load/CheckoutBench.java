package com.ecom.load;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Customers who each place an order, wait until it is CONFIRMED, and place the next one. */
@Command(
        name = "checkout",
        description =
                "Orders per second, and from accepted to CONFIRMED, in a closed loop, from the first second on.%n")
final class CheckoutBench implements Callable<Integer> {

    @Option(
            names = "--customers",
            split = ",",
            description = "How many buy at the same time (default: 100). Several numbers, as in 1,8,32,120, have a"
                    + " freshly started shop each.")
    private List<Integer> customers = List.of(100);

    @Option(names = "--warm-up", description = "Seconds that do not count (default: 240).")
    private int warmUp = 240;

    @Option(names = "--seconds", description = "Seconds that count (default: 60).")
    private int seconds = 60;

    @Option(
            names = "--ask-every",
            description = "Milliseconds after which customers ask again how their order is, as in a storefront;"
                    + " 0 to learn it from the shop's books, which is no load (default: 250).")
    private int askEvery = 250;

    @Option(names = "--quick-start", description = "Services with the flags of ./ecom up, which need less warming up.")
    private boolean quickStart;

    @Option(
            names = "--quotes",
            description = "Buy abroad: each order by a quote of its own, with a coupon, shipping and tax.")
    private boolean isQuoted;

    @Option(names = "--json", description = "Print one JSON object for each number of customers, the last lines.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        var good = true;
        for (var number : customers) {
            try (var trial = Trial.open("bench", !quickStart)) {
                var run = new CheckoutRun(trial, number, Duration.ofMillis(askEvery), isQuoted);
                var result = run.run(warmUp, seconds);
                result.say();
                run.wrong().forEach(it -> Trial.say("  WRONG: " + it));
                good &= result.ok();
                if (json) {
                    System.out.println(JsonMapper.shared().writeValueAsString(result));
                }
            }
        }
        return good ? 0 : 1;
    }
}
