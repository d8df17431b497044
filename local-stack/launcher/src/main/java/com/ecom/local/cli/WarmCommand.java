package com.ecom.local.cli;

import com.ecom.local.LocalShop;
import com.ecom.local.shop.CatalogueFile;
import com.ecom.local.shop.CatalogueImport;
import com.ecom.local.shop.Gateway;
import com.ecom.local.shop.PurchaseLoad;
import com.ecom.local.stack.Names;
import com.ecom.local.stack.Plan;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** In a shop of its own that leaves nothing behind but the caches; yours may run meanwhile, and gets them at its next start. */
@Command(
        name = "warm",
        description = {
            "Lets every process learn from some purchases how to start faster and to be fast at once.",
            "That takes some minutes and 100 to 150 MB of disk for each, and holds until it is built anew.%n"
        })
final class WarmCommand implements Callable<Integer> {

    @Mixin
    private final Place place = new Place();

    @Option(
            names = "--production-flags",
            description = "For processes with the JVM options of production: benches, and ./ecom up with this flag.")
    private boolean productionFlags;

    @Option(names = "--seconds", description = "How long shoppers buy meanwhile (default: ${DEFAULT-VALUE}).")
    private int seconds = 90;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Override
    public Integer call() throws Exception {
        FreshBuild.of(Names.ALL, place.checkout());
        var plan = productionFlags ? Plan.forTrials().asInProduction() : Plan.forTrials();
        PurchaseLoad.Result bought;
        try (var shop = LocalShop.named("warm", plan)) {
            shop.startAllLearning(Console::progress);
            bought = buy(shop);
            Console.progress(
                    "ecom",
                    "%,d orders bought; every process writes down what it has learned".formatted(bought.orders()));
        }
        var result = new Result(bought.orders() > 0, Console.secondsSoFar(), bought.orders());
        Console.say("%nWarm after %.0f s. Now ./ecom up takes about half the time".formatted(result.wallSeconds()));
        return json.print(result, result.ok());
    }

    private PurchaseLoad.Result buy(LocalShop shop) throws Exception {
        var anybody = Gateway.at(shop.gateway().toString());
        new CatalogueImport(() -> anybody.loggedIn(shop.adminEmail(), shop.adminPassword()), Console::bar)
                .run(new CatalogueFile(place.checkout().sampleCatalogue()));
        Console.endBar();
        var admin = anybody.loggedIn(shop.adminEmail(), shop.adminPassword());
        Console.progress("ecom", "shoppers buy for %d s".formatted(seconds));
        return new PurchaseLoad(anybody, admin).run(Duration.ofSeconds(seconds));
    }

    private record Result(boolean ok, double wallSeconds, long orders) {}
}
