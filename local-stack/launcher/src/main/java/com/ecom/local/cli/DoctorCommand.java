package com.ecom.local.cli;

import com.ecom.local.doctor.Finding;
import com.ecom.local.doctor.Machine;
import com.ecom.local.stack.Ports;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Looks and changes nothing. */
@Command(
        name = "doctor",
        description = "Says what this machine lacks and how to get it. Fails if something is missing.%n")
final class DoctorCommand implements Callable<Integer> {

    @Mixin
    private final Place place = new Place();

    @Mixin
    private final PortOptions ports = new PortOptions();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Override
    public Integer call() throws IOException {
        var portsToBeFree = place.isUp() ? Ports.NONE : ports.chosen();
        var findings = new Machine(place.checkout()).examine(portsToBeFree);
        findings.forEach(DoctorCommand::print);
        var good = findings.stream().noneMatch(Finding::blocks);
        Console.say(good ? "%nNothing is in the way of ./ecom up".formatted() : "");
        return json.print(new Report(good, findings), good);
    }

    private static void print(Finding it) {
        var mark = switch (it.verdict()) {
            case GOOD -> "@|green good   |@";
            case DOUBTFUL -> "@|yellow doubt  |@";
            case MISSING -> "@|red missing|@";
        };
        Console.say("%s  %-18s  %s".formatted(mark, it.what(), it.detail()));
    }

    private record Report(boolean ok, List<Finding> findings) {}
}
