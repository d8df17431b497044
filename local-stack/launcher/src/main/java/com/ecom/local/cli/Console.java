package com.ecom.local.cli;

import com.ecom.local.client.Failed;
import com.ecom.local.supervisor.Reply;
import java.time.Duration;
import java.time.Instant;
import picocli.CommandLine.Help.Ansi;
import tools.jackson.databind.json.JsonMapper;

/** What people see. A line of progress begins with the seconds since the command began. */
final class Console {

    private static final double SECONDS_BETWEEN_BARS = 10;

    private static double lastBar;

    private Console() {}

    static void say(String text) {
        System.out.println(Ansi.AUTO.string(text));
    }

    static void progress(String name, String phase) {
        say("@|faint %6.1f s|@  %-20s  %s".formatted(secondsSoFar(), name, phase));
    }

    static void progress(Reply.Step step) {
        switch (step.phase()) {
            case "starting" -> progress(step.name(), "starting");
            case "up" -> progress(step.name(), "@|green up|@ after %.1f s".formatted(step.millis() / 1000.0));
            default -> {}
        }
    }

    /** Redrawn in place on a terminal; otherwise printed every ten seconds and at the end of each part. */
    static void bar(String what, long done, long all) {
        var width = all == 0 ? 0 : (int) (30 * done / all);
        var line = "%6.1f s  %-12s [%s%s] %,d of %,d"
                .formatted(secondsSoFar(), what, "#".repeat(width), ".".repeat(30 - width), done, all);
        if (onTerminal()) {
            System.out.print("\r" + line + " ".repeat(4));
        } else if (done >= all || secondsSoFar() - lastBar > SECONDS_BETWEEN_BARS) {
            lastBar = secondsSoFar();
            System.out.println(line);
        }
    }

    private static boolean onTerminal() {
        return Ansi.AUTO.enabled();
    }

    static void endBar() {
        if (onTerminal()) {
            System.out.println();
        }
    }

    static void problem(String text) {
        System.err.println(Ansi.AUTO.string("@|red,bold %s|@".formatted(text)));
    }

    static void failed(Failed failed) {
        problem("%s %s".formatted(failed.process(), failed.reason()));
        failed.lastLines().forEach(line -> System.err.println("    " + line));
        System.err.printf(
                "The whole log: ./ecom logs %s   Is something missing on this machine? ./ecom doctor%n",
                failed.process());
    }

    /** The one line that machines read; it is the last. */
    static void json(Object value) {
        System.out.println(JsonMapper.shared().writeValueAsString(value));
    }

    /** Counted from the start of the script, whose process this is. */
    static double secondsSoFar() {
        var begin = ProcessHandle.current().info().startInstant().orElseThrow();
        return Duration.between(begin, Instant.now()).toMillis() / 1000.0;
    }
}
