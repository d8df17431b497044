package com.ecom.release;

import com.ecom.local.stack.Checkout;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./ecom release}. */
@Command(
        name = "./ecom release",
        mixinStandardHelpOptions = true,
        subcommands = {
            ReleaseCommand.Check.class,
            ReleaseCommand.Contracts.class,
            ReleaseCommand.Build.class,
            ReleaseCommand.Verify.class
        },
        description = "What a release asks before it goes out.%n")
public final class ReleaseCommand {

    private ReleaseCommand() {}

    static void main(String[] args) {
        var commands = new CommandLine(new ReleaseCommand());
        System.exit(commands.execute(args.length == 0 ? new String[] {"--help"} : args));
    }

    private static boolean nobodyBreaks(ReleasedContracts contracts) throws IOException {
        var changes = contracts.changes();
        changes.forEach(System.out::println);
        var breaking = changes.stream().filter(Change::breaking).count();
        System.out.println(
                breaking == 0
                        ? "%d changes since the last release, and none breaks anybody".formatted(changes.size())
                        : "%d of %d changes break who relies on the last release: docs/releasing.md says what to do"
                                .formatted(breaking, changes.size()));
        return breaking == 0;
    }

    @Command(
            name = "check",
            description =
                    "Compares events, APIs and migrations with contracts/released; fails if somebody would break.")
    static final class Check implements Callable<Integer> {

        @Override
        public Integer call() throws IOException {
            return nobodyBreaks(new ReleasedContracts(Checkout.find().root())) ? 0 : 1;
        }
    }

    @Command(
            name = "contracts",
            description = "The same, and then writes contracts/released: to be committed with the release.")
    static final class Contracts implements Callable<Integer> {

        @Mixin
        private final Version version = new Version();

        @Override
        public Integer call() throws IOException {
            var contracts = new ReleasedContracts(Checkout.find().root());
            if (!nobodyBreaks(contracts)) {
                return 1;
            }
            contracts.replace(version.number());
            return 0;
        }
    }

    @Command(
            name = "build",
            description = {
                "Builds the services once, lists what they are made of (CycloneDX), sums them up and says where they",
                "come from (SLSA), in .ecom/releases. Nothing of it is built again on its way to production."
            })
    static final class Build implements Callable<Integer> {

        @Mixin
        private final Version version = new Version();

        @Override
        public Integer call() throws IOException, InterruptedException {
            return new BuildRelease(Checkout.find()).of(version.number()) ? 0 : 1;
        }
    }

    @Command(name = "verify", description = "Says whether a release is what was built, file by file.")
    static final class Verify implements Callable<Integer> {

        @Mixin
        private final Version version = new Version();

        @Override
        public Integer call() throws IOException {
            var reasons =
                    BuildRelease.artifacts(Checkout.find(), version.number()).whyNot();
            reasons.forEach(System.out::println);
            System.out.println(reasons.isEmpty() ? "It is what was built" : "It must not go out");
            return reasons.isEmpty() ? 0 : 1;
        }
    }

    /** The one argument that each takes. */
    static final class Version {

        @Spec(Spec.Target.MIXEE)
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Parameters(paramLabel = "VERSION", description = "Of the release, such as 1.4.0.")
        private String number = "";

        String number() {
            if (!number.matches("\\d+\\.\\d+\\.\\d+")) {
                throw new ParameterException(
                        spec.commandLine(), "A version is three numbers, such as 1.4.0, and not " + number);
            }
            return number;
        }
    }
}
