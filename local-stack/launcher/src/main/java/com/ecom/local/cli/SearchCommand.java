package com.ecom.local.cli;

import picocli.CommandLine.Command;

@Command(
        name = "search",
        description = "What concerns the search of the shop that is up.%n",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = EvaluateCommand.class)
final class SearchCommand {}
