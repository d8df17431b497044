package com.ecom.local.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** A program of its own, because what it runs has the services' own classes and many more libraries than this. */
@Command(
        name = "drill",
        description = {
            "Rehearses a fault: ./ecom drill --help tells which.",
            "Runs a shop of its own beside the one that is up.%n"
        })
final class DrillCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ARGUMENT", arity = "0..*", description = "The name of a drill, or accept or gate.")
    private List<String> arguments = List.of();

    @Override
    public Integer call() throws Exception {
        return ModuleProgram.withServices("proofs/cli", "com.ecom.proof.drills.DrillCommand")
                .run(arguments);
    }
}
