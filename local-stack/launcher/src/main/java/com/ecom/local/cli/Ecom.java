package com.ecom.local.cli;

import com.ecom.local.client.Failed;
import com.ecom.local.client.Stack;
import com.ecom.shop.ShopSaysNo;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParseResult;

/** The shop on your machine, without Docker: start it, look at it, test it. */
@Command(
        name = "ecom",
        description = "The shop on your machine, without Docker.%n",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Begin with @|bold ./ecom up|@. Each command explains itself: @|bold ./ecom help COMMAND|@.",
            "Ports can be moved with --port or ECOM_PORT_<NAME>, the folder of the state with --state or ECOM_STATE."
        },
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            StartCommand.class,
            StopCommand.class,
            EnvCommand.class,
            ImportCommand.class,
            SearchCommand.class,
            DemoCommand.class,
            WarmCommand.class,
            TestCommand.class,
            ProveCommand.class,
            BenchCommand.class,
            DrillCommand.class,
            ReleaseCommand.class,
            DoctorCommand.class,
            HelpCommand.class
        })
public final class Ecom {

    private static final int COULD_NOT = 1;

    /** What these are told is for the programs that they start. */
    private static final Set<String> PROGRAMS = Set.of("prove", "bench", "drill", "release");

    private Ecom() {}

    static void main(String[] args) {
        System.exit(commands().execute(args.length == 0 ? new String[] {"help"} : args));
    }

    static CommandLine commands() {
        var commands = new CommandLine(new Ecom());
        commands.getSubcommands()
                .forEach((name, it) -> it.setUnmatchedOptionsArePositionalParams(PROGRAMS.contains(name)));
        return commands.setUsageHelpAutoWidth(true).setExecutionExceptionHandler((e, _, asked) -> explain(e, asked));
    }

    /** What went wrong and what to do about it; a stack trace would help nobody who did not write this. */
    private static int explain(Exception e, ParseResult asked) throws Exception {
        switch (e) {
            case Failed failed -> Console.failed(failed);
            case Refusal _, ShopSaysNo _, Stack.Ended _, IllegalArgumentException _ ->
                Console.problem(String.valueOf(e.getMessage()));
            default -> throw e;
        }
        if (asked.hasMatchedOption("--json")) {
            Console.json(new Failure(false, String.valueOf(e.getMessage())));
        }
        return COULD_NOT;
    }

    private record Failure(boolean ok, String reason) {}
}
