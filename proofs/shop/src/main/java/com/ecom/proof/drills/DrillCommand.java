package com.ecom.proof.drills;

import com.ecom.local.stack.Checkout;
import com.ecom.operations.OpsFolder;
import com.ecom.proof.drills.EvidenceFolder.NotAccepted;
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
        var chosen = names.equals(List.of("all")) ? Faults.names() : names;
        if (chosen.isEmpty() || !Faults.names().containsAll(chosen)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "The drills are " + String.join(", ", Faults.names()));
        }
        return new DrillShop(List.copyOf(chosen)).run(DrillCommand::keep) ? 0 : 1;
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
        evidence.seen().forEach(it -> System.out.printf("   %s%n", it));
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
            try {
                for (var name : names) {
                    System.out.println(evidence().accept(name));
                }
                evidence().writeTable();
                return 0;
            } catch (NotAccepted e) {
                System.err.println(e.getMessage());
                return 1;
            }
        }
    }

    /** What a release asks. */
    @Command(
            name = "gate",
            description = "Fails if a drill was not passed within its cadence (ops/drills/drills.yaml).")
    static final class Gate implements Callable<Integer> {

        @Override
        public Integer call() throws IOException {
            var reasons = evidence().whyNot(Faults.names(), Instant.now());
            reasons.forEach(System.out::println);
            System.out.println(reasons.isEmpty() ? "Every drill was passed lately enough" : "A release has to wait");
            return reasons.isEmpty() ? 0 : 1;
        }
    }

    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Faults.names().iterator();
        }
    }
}
