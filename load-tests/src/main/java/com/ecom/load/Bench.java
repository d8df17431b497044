package com.ecom.load;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * {@code ./ecom bench}. A bench fails on a wrong result, never on a slow one: the machine is noisy. That more load must not make
 * a shop slower is no matter of the machine.
 */
@Command(
        name = "./ecom bench",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "NAME",
        description = "Measures a shop of its own that runs as in production. Close other programs first.%n",
        subcommands = {
            CheckoutBench.class,
            CartBench.class,
            FlashSaleBench.class,
            OverloadBench.class,
            GatewayBench.class,
            BrowseBench.class,
            SearchBench.class
        })
public final class Bench {

    static void main(String[] args) {
        System.exit(new CommandLine(new Bench()).execute(args.length == 0 ? new String[] {"--help"} : args));
    }
}
