package com.ecom.local.cli;

import picocli.CommandLine.Option;

/** Whether machines read along. */
final class JsonOption {

    @Option(names = "--json", description = "Print one JSON object as the last line.")
    private boolean asked;

    /** Prints the result if that was asked for, and returns the exit code that says the same. */
    int print(Object result, boolean good) {
        if (asked) {
            Console.json(result);
        }
        return good ? 0 : 1;
    }
}
