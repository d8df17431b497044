package com.ecom.local.cli;

import com.ecom.local.stack.Names;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which processes are meant when not all are. */
final class Selection {

    @Option(names = "--only", split = ",", paramLabel = "NAME", description = "Only these, and what they need.")
    private final List<String> only = new ArrayList<>();

    @Option(
            names = "--without",
            split = ",",
            paramLabel = "NAME",
            description = "All but these, except for what the others need.")
    private final List<String> without = new ArrayList<>();

    List<String> names() {
        var excluded = without.stream().map(Names::find).toList();
        var chosen =
                only.isEmpty() ? Names.SHOP : only.stream().map(Names::find).toList();
        return chosen.stream().filter(it -> !excluded.contains(it)).toList();
    }
}
