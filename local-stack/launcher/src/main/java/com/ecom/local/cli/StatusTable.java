package com.ecom.local.cli;

import com.ecom.local.supervisor.ProcessView;
import com.ecom.local.supervisor.ProcessView.State;
import java.util.List;
import java.util.Locale;

/** The processes of a stack as people like to see them, and what they come to together. */
record StatusTable(List<ProcessView> processes) {

    private static final int KIB = 1024;

    StatusTable {
        processes = processes.stream().filter(it -> it.state() != State.DOWN).toList();
    }

    void print() {
        Console.say("%n@|bold %-20s  %-8s  %-25s  %7s  %10s  %7s|@"
                .formatted("name", "state", "address", "pid", "memory", "start"));
        processes.forEach(StatusTable::print);
        Console.say("%n%d processes, %,d MiB resident".formatted(running(), residentMib()));
    }

    private static void print(ProcessView it) {
        Console.say("%-20s  %s  %-25s  %7s  %6d MiB  %5.1f s"
                .formatted(
                        it.name(),
                        coloured(it.state()),
                        it.address(),
                        it.pid() == null ? "" : it.pid(),
                        it.residentKib() / KIB,
                        it.startMillis() / 1000.0));
    }

    private static String coloured(State state) {
        var colour = switch (state) {
            case UP -> "green";
            case STARTING -> "yellow";
            case UNWELL, DIED -> "red";
            case DOWN -> "faint";
        };
        return "@|%s %-8s|@".formatted(colour, state.name().toLowerCase(Locale.ROOT));
    }

    long running() {
        return processes.stream().filter(it -> it.pid() != null).count();
    }

    long residentMib() {
        return processes.stream().mapToLong(ProcessView::residentKib).sum() / KIB;
    }

    /** Nothing has died and nothing runs without answering. */
    boolean isHealthy() {
        return processes.stream().noneMatch(it -> it.state() == State.DIED || it.state() == State.UNWELL);
    }
}
