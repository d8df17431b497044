package com.ecom.local.cli;

import com.ecom.local.client.Launch;
import com.ecom.local.stack.MonitoringTools;
import com.ecom.local.stack.Names;
import com.ecom.local.stack.Plan;
import com.ecom.shop.CatalogueFile;
import com.ecom.shop.ShopSaysNo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Afterwards either the shop is up and stays up, or nothing that this command started is left. */
@Command(
        name = "up",
        description = {
            "Builds what changed, starts the stores and the services, and waits until all are healthy.",
            "Run it again after a change: it rebuilds and restarts what changed.%n"
        })
final class UpCommand implements Callable<Integer> {

    @Mixin
    private final Place place = new Place();

    @Mixin
    private final Selection selection = new Selection();

    @Mixin
    private final PortOptions ports = new PortOptions();

    @Option(names = "--fresh", description = "Forget all data first.")
    private boolean fresh;

    @Option(names = "--no-storefront", description = "Only what is behind the pages that shoppers see.")
    private boolean noStorefront;

    @Option(
            names = "--with-monitoring",
            description =
                    "Prometheus, Alertmanager and, where it is installed, Grafana with what ops has of them. Alerts go to the mailbox.")
    private boolean withMonitoring;

    @Option(names = "--production-flags", description = "Give services the JVM options they have in production.")
    private boolean productionFlags;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Override
    public Integer call() throws Exception {
        var names = new ArrayList<>(selection.names());
        if (withMonitoring) {
            names.addAll(Names.MONITORING);
            if (MonitoringTools.grafana().isEmpty()) {
                names.remove(Names.GRAFANA);
                Console.say("Grafana is not installed here, so nothing shows the boards of ops/grafana");
            }
        }
        FreshBuild.of(names, place.checkout());
        if (names.contains(Names.STOREFRONT) && (noStorefront || !FreshStorefront.of(place.checkout()))) {
            names.remove(Names.STOREFRONT);
        }
        if (fresh) {
            DownCommand.takeDown(place);
        }
        var wasUp = place.isUp();
        if (wasUp && (ports.areGiven() || productionFlags)) {
            throw new Refusal("The shop is up already; other ports or options need a ./ecom down first");
        }
        try (var attempt = attempt(wasUp)) {
            attempt.stack().start(names, Console::progress);
            attempt.succeeded();
            var seeded = !names.containsAll(Names.SERVICES) || seed();
            var report = ShopReport.of(place, attempt.stack().look());
            report.print();
            Console.say("""

                    Next: @|bold ./ecom demo|@, @|bold ./ecom import FILE|@, @|bold ./ecom status|@, @|bold ./ecom logs order-service -f|@, @|bold ./ecom test|@, \
                    @|bold ./ecom down|@""");
            return json.print(report, report.ok() && seeded);
        }
    }

    /** A shop without a single product gets the sample catalogue; one that is too slow for that is up all the same. */
    private boolean seed() throws IOException {
        try {
            var door = new Door(place);
            if (door.anybody().get("/api/products?size=1").path("items").isEmpty()) {
                ImportCommand.print(
                        door.importSamples(new CatalogueFile(place.checkout().shopCatalogue())));
            }
            return true;
        } catch (ShopSaysNo e) {
            Console.problem("The shop is up, but its sample catalogue is not in: %s".formatted(e.getMessage()));
            return false;
        }
    }

    private Attempt attempt(boolean wasUp) throws Exception {
        var plan = new Plan(ports.chosen(), fresh, false, productionFlags, 0);
        var stack = Launch.stackIn(place.folder(), place.checkout(), () -> plan);
        return new Attempt(stack, place.folder(), wasUp);
    }
}
