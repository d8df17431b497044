package com.ecom.proof.drills;

import com.ecom.local.LocalShop;
import com.ecom.local.stack.Checkout;
import com.ecom.local.stack.MonitoringTools;
import com.ecom.local.stack.Plan;
import com.ecom.operations.OpsFolder;
import com.ecom.proof.alerts.Monitoring;
import com.ecom.proof.alerts.Receivers;
import com.ecom.shop.CatalogueFile;
import com.ecom.shop.CatalogueImport;
import com.ecom.shop.Gateway;
import java.io.IOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./ecom drill}. */
@Command(
        name = "./ecom drill",
        mixinStandardHelpOptions = true,
        subcommands = {DrillCommand.Accept.class, DrillCommand.Gate.class},
        description = {
            "Breaks a shop of its own, waits for the alert, follows the runbook and keeps what came of it",
            "in .ecom/drills. Durations of rules are a sixtieth of those of ops/prometheus.%n"
        })
public final class DrillCommand implements Callable<Integer> {

    private static final String SHOP = "drill-shop";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "NAME",
            arity = "0..*",
            description = "${COMPLETION-CANDIDATES}, or all.",
            completionCandidates = Names.class)
    private List<String> names = List.of();

    static void main(String[] args) {
        System.exit(new CommandLine(new DrillCommand()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        var chosen = names.equals(List.of("all")) ? Faults.NAMES : names;
        if (chosen.isEmpty() || !Faults.NAMES.containsAll(chosen)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "The drills are " + String.join(", ", Faults.NAMES));
        }
        var passed = true;
        for (var name : chosen) {
            passed &= run(name);
        }
        return passed ? 0 : 1;
    }

    /** Each in a shop of its own, so that none has to bear what another left behind. */
    private static boolean run(String name) throws Exception {
        var checkout = Checkout.find();
        var tools = MonitoringTools.find(checkout)
                .orElseThrow(() -> new IOException("There are no Prometheus and Alertmanager on this machine"));
        var folder = checkout.ownFolder().resolve(SHOP);
        try (var receivers = new Receivers();
                var shop = LocalShop.named(SHOP, Plan.forTrials())) {
            System.out.printf("%n== %s%n   Opening a shop%n", name);
            shop.startAll();
            var faults = new Faults(shop, folder);
            var gateway = Gateway.at(shop.gateway().toString());
            new CatalogueImport(() -> gateway.as(faults.token()), (_, _, _) -> {})
                    .run(new CatalogueFile(checkout.sampleCatalogue()));
            var sku = aSku(gateway);
            var drill = faults.all().stream()
                    .filter(it -> it.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            try (var monitoring = Monitoring.of(
                            shop, tools, receivers, checkout.ownFolder().resolve("drill-monitoring"));
                    var traffic = Traffic.in(gateway, sku)) {
                System.out.printf("   %s%n", drill.rehearses());
                var runbook = new FollowRunbook(OpsFolder.find(), shop, folder, faults.token());
                return keep(new RunDrill(receivers, monitoring, runbook, traffic).of(drill));
            }
        }
    }

    private static String aSku(Gateway gateway) {
        var product = gateway.get("/api/products?size=1").path("items").path(0);
        return gateway.get("/api/products/" + product.path("productId").asString())
                .at("/variants/0/sku")
                .asString();
    }

    private static boolean keep(Evidence evidence) throws IOException {
        var folder = evidence();
        var before = folder.runsOf(evidence.drill());
        var file = folder.keep(evidence);
        System.out.printf(
                "   detected after %.1f s, %s heard after %.1f s, mitigated after %.1f s, over after %.1f s%n",
                evidence.detected(), evidence.receiver(), evidence.paged(), evidence.mitigated(), evidence.recovered());
        System.out.printf(
                "   %d orders accepted meanwhile, %d requests refused%n", evidence.accepted(), evidence.refused());
        if (!before.isEmpty()) {
            System.out.printf(
                    "   against the last time: heard %+.1f s, over %+.1f s%n",
                    evidence.paged() - before.getLast().paged(),
                    evidence.recovered() - before.getLast().recovered());
        }
        evidence.problems().forEach(it -> System.out.printf("   ! %s%n", it));
        System.out.printf("   %s: %s%n", evidence.passed() ? "PASSED" : "NOT PASSED", file);
        return evidence.passed();
    }

    private static EvidenceFolder evidence() {
        return new EvidenceFolder(Checkout.find().ownFolder().resolve("drills"), OpsFolder.find());
    }

    /** Takes the last run of a drill into the repository. */
    @Command(name = "accept", description = "Copies the last run's evidence to ops/drills/evidence, to be committed.")
    static final class Accept implements Callable<Integer> {

        @Parameters(paramLabel = "NAME", arity = "1..*")
        private List<String> names = List.of();

        @Override
        public Integer call() throws IOException {
            for (var name : names) {
                System.out.println(evidence().accept(name));
            }
            return 0;
        }
    }

    /** What a release asks. */
    @Command(
            name = "gate",
            description = "Fails if a drill was not passed within its cadence (ops/drills/drills.yaml).")
    static final class Gate implements Callable<Integer> {

        @Override
        public Integer call() throws IOException {
            var reasons = evidence().whyNot(Instant.now());
            reasons.forEach(System.out::println);
            System.out.println(reasons.isEmpty() ? "Every drill was passed lately enough" : "A release has to wait");
            return reasons.isEmpty() ? 0 : 1;
        }
    }

    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Faults.NAMES.iterator();
        }
    }
}
