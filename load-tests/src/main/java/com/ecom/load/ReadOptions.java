package com.ecom.load;

import com.ecom.load.ReadLoad.Result;
import com.ecom.local.stack.Checkout;
import com.ecom.local.stack.Plan;
import com.ecom.shop.CatalogueFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** What benches of reading have in common. */
final class ReadOptions {

    /** Each may ask search 35 times a second. */
    private static final int GUESTS = 400;

    @Option(
            names = "--catalogue",
            paramLabel = "FILE",
            description = "The products, one a line (default: the samples).")
    private @Nullable Path catalogue;

    @Option(
            names = "--connections",
            split = ",",
            description = "How many ask at the same time, one number after another (default: 8,32,64).")
    private List<Integer> connections = List.of(8, 32, 64);

    @Option(names = "--warm-up", description = "Seconds before the first that do not count (default: 90).")
    private int warmUp = 90;

    @Option(names = "--seconds", description = "For how long each time (default: 20).")
    private int seconds = 20;

    @Option(names = "--quick-start", description = "Services with the flags of ./ecom up, which need less warming up.")
    private boolean quickStart;

    @Option(names = "--json", description = "Print one JSON object as the last line.")
    private boolean json;

    CatalogueFile file() {
        return new CatalogueFile(catalogue == null ? Checkout.find().shopCatalogue() : catalogue);
    }

    Trial open() throws IOException {
        return Trial.open("bench-read", !quickStart, Plan.forTrials().withForwardedAddresses(), file());
    }

    /** @param what the journeys are called */
    int measure(Trial trial, String what, Journey journey) throws IOException, InterruptedException {
        var load = new ReadLoad(trial, journey);
        var results = new ArrayList<Result>();
        var left = warmUp;
        for (var number : connections) {
            // A guest's token does not last for all of it.
            var result = load.run(ReadOnlyCallers.come(trial, GUESTS), number, Math.max(3, left), seconds);
            result.say(what);
            results.add(result);
            left = 0;
        }
        var good =
                results.stream().allMatch(it -> it.failures() == 0 && it.took().count() > 0);
        if (json) {
            System.out.println(JsonMapper.shared().writeValueAsString(Map.of("ok", good, what, results)));
        }
        return good ? 0 : 1;
    }
}
