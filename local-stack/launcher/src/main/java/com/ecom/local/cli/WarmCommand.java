package com.ecom.local.cli;

import com.ecom.local.LocalShop;
import com.ecom.local.demo.PurchaseLoad;
import com.ecom.local.stack.Admin;
import com.ecom.local.stack.Names;
import com.ecom.local.stack.Plan;
import com.ecom.shop.CatalogueFile;
import com.ecom.shop.CatalogueImport;
import com.ecom.shop.Gateway;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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

    @Option(
            names = "--at",
            description =
                    "Only buy, at the gateway of a shop whose processes were started to learn, as ops/compose/learn"
                            + " does; the admin's password is in ECOM_ADMIN_PASSWORD.")
    private @Nullable URI at;

    @Option(names = "--seconds", description = "How long shoppers buy meanwhile (default: ${DEFAULT-VALUE}).")
    private int seconds = 90;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Override
    public Integer call() throws Exception {
        return at == null ? warmAShopOfItsOwn() : buyAt(at);
    }

    private int warmAShopOfItsOwn() throws Exception {
        FreshBuild.of(Names.BACKEND, place.checkout());
        var plan = productionFlags ? Plan.forTrials().asInProduction() : Plan.forTrials();
        PurchaseLoad.Result bought;
        try (var shop = LocalShop.named("warm", plan)) {
            shop.startAllLearning(Console::progress);
            bought = buy(Gateway.at(shop.gateway().toString()), shop.adminEmail(), shop.adminPassword());
            Console.progress(
                    "ecom",
                    "%,d orders bought; every process writes down what it has learned".formatted(bought.orders()));
        }
        var result = new Result(bought.orders() > 0, Console.secondsSoFar(), bought.orders());
        Console.say("%nWarm after %.0f s. Now ./ecom up takes about half the time".formatted(result.wallSeconds()));
        return json.print(result, result.ok());
    }

    private int buyAt(URI gateway) throws Exception {
        var password = System.getenv("ECOM_ADMIN_PASSWORD");
        if (password == null || password.isBlank()) {
            throw new Refusal("ECOM_ADMIN_PASSWORD must hold the admin's password");
        }
        var bought = buy(Gateway.at(gateway.toString()).insistent(), Admin.EMAIL, password);
        var result = new Result(bought.orders() > 0, Console.secondsSoFar(), bought.orders());
        Console.say("%n%,d orders bought at %s".formatted(bought.orders(), gateway));
        return json.print(result, result.ok());
    }

    private PurchaseLoad.Result buy(Gateway anybody, String email, String password) throws Exception {
        new CatalogueImport(() -> anybody.loggedIn(email, password), Console::bar)
                .run(new CatalogueFile(place.checkout().sampleCatalogue()));
        Console.endBar();
        Console.progress("ecom", "shoppers buy for %d s".formatted(seconds));
        return new PurchaseLoad(anybody, anybody.loggedIn(email, password)).run(Duration.ofSeconds(seconds));
    }

    private record Result(boolean ok, double wallSeconds, long orders) {}
}
