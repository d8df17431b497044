package com.ecom.local.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** A program of its own, so that the load does not share a process with anything else. */
@Command(
        name = "bench",
        description = {
            "Measures how fast the shop is: ./ecom bench --help tells what.",
            "Runs a shop of its own with the flags of production; fails on a wrong result, never on a slow one.%n"
        })
final class BenchCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ARGUMENT", arity = "0..*", description = "For the bench.")
    private List<String> arguments = List.of();

    @Override
    public Integer call() throws Exception {
        return ModuleProgram.withServices("load-tests", "com.ecom.load.Bench").run(arguments);
    }
}
