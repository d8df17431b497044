package com.ecom.local.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** A program of its own, because what compares contracts brings many libraries. */
@Command(
        name = "release",
        description = {
            "What a release asks: ./ecom release --help tells how.",
            "Compares contracts and migrations with those of the last release.%n"
        })
final class ReleaseCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ARGUMENT", arity = "0..*", description = "check, or contracts and a version.")
    private List<String> arguments = List.of();

    @Override
    public Integer call() throws Exception {
        return ModuleProgram.alone("release", "com.ecom.release.ReleaseCommand").run(arguments);
    }
}
