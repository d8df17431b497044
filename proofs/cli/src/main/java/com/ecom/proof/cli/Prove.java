package com.ecom.proof.cli;

import com.ecom.local.stack.Checkout;
import com.ecom.proof.Effort;
import com.ecom.proof.Proof;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./ecom prove}. */
@Command(
        name = "./ecom prove",
        mixinStandardHelpOptions = true,
        description = {
            "Tries to break what the shop promises, and says what came of it.",
            "Without a name all proofs run. A report is kept in .ecom/proofs.%n"
        })
public final class Prove implements Callable<Integer> {

    private static final int ORDERS = 500;
    /** So far that no proof that counts on from it comes to the end of all numbers. */
    private static final long LARGEST_SEED = 1_000_000_000_000_000L;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "NAME",
            arity = "0..*",
            description = "Only these: ${COMPLETION-CANDIDATES}.",
            completionCandidates = Names.class)
    private List<String> names = List.of();

    @Option(
            names = "--orders",
            description = "How many orders the chaos proof places (default: 500). Without a name, only that runs.")
    private @Nullable Integer orders;

    @Option(names = "--security", description = "The same as the name security.")
    private boolean security;

    @Option(names = "--door", description = "The same as the name door.")
    private boolean door;

    @Option(
            names = "--seed",
            description = {
                "What every choice of chance follows from, or the first of many (default: 1).",
                "Goes with proofs that leave their choices to a seed, and is refused with others."
            })
    private @Nullable Long seed;

    @Option(names = "--quick", description = "The sizes of ./ecom test instead of those of a release.")
    private boolean quick;

    @Option(names = "--json", description = "Print one JSON object as the last line.")
    private boolean json;

    static void main(String[] args) {
        System.exit(new CommandLine(new Prove()).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        var wanted = wanted();
        var chosen = Proofs.all().stream()
                .filter(it -> wanted.isEmpty() || wanted.contains(it.name()))
                .toList();
        if (chosen.size() < wanted.size()) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "The proofs are " + String.join(", ", new Names()));
        }
        refuseASeedThatNobodyFollows(chosen);
        var results = new ArrayList<Outcome>();
        for (var proof : chosen) {
            results.add(Outcome.of(proof, effort()));
        }
        var report = new Report(Checkout.find()).keep(results);
        var holds = results.stream().allMatch(it -> it.verdict().holds());
        System.out.printf("%n%s   Report: %s%n", holds ? "Every promise holds." : "NOT EVERY PROMISE HOLDS.", report);
        System.out.printf(
                "%d passed, %d failed%n",
                results.stream().filter(it -> it.verdict().holds()).count(),
                results.stream().filter(it -> !it.verdict().holds()).count());
        if (json) {
            var all = new LinkedHashMap<String, Object>();
            results.forEach(it -> all.put(it.proof(), it.verdict()));
            System.out.println(JsonMapper.shared()
                    .writeValueAsString(new Summary(holds, effort().seed(), report.toString(), all)));
        }
        return holds ? 0 : 1;
    }

    private Set<String> wanted() {
        var wanted = new TreeSet<>(names);
        if (security) {
            wanted.add("security");
        }
        if (door) {
            wanted.add("door");
        }
        if (wanted.isEmpty() && orders != null) {
            wanted.add("chaos");
        }
        return wanted;
    }

    private Effort effort() {
        return new Effort(
                !quick,
                seed == null ? 1 : seed,
                orders == null ? ORDERS : orders,
                it -> System.out.println("   " + it));
    }

    /** Or somebody would believe that they have repeated what went wrong. */
    private void refuseASeedThatNobodyFollows(List<Proof> chosen) {
        if (seed == null) {
            return;
        }
        if (seed < 0 || seed > LARGEST_SEED) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "A seed is a number from 0 to %,d".formatted(LARGEST_SEED));
        }
        var without = namesOf(chosen, false);
        if (!without.isEmpty()) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "Nothing is left to a seed by %s; --seed goes with %s"
                            .formatted(String.join(", ", without), String.join(", ", namesOf(Proofs.all(), true))));
        }
    }

    private List<String> namesOf(List<Proof> proofs, boolean withSeeds) {
        return proofs.stream()
                .filter(it -> it.seeds(effort()).isPresent() == withSeeds)
                .map(Proof::name)
                .toList();
    }

    private record Summary(boolean ok, long seed, String report, Object proofs) {}

    /** The words that choose a proof. */
    private static final class Names extends ArrayList<String> {
        Names() {
            Proofs.all().forEach(it -> add(it.name()));
        }
    }
}
