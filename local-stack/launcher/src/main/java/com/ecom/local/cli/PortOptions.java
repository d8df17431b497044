package com.ecom.local.cli;

import com.ecom.local.stack.Names;
import com.ecom.local.stack.Ports;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** Ports other than the usual ones. */
final class PortOptions {

    @Option(
            names = "--port",
            paramLabel = "NAME=PORT",
            description = "Use another port for one process; may be repeated."
                    + " ECOM_PORT_<NAME> does the same, as in ECOM_PORT_ORDER_SERVICE=9086.")
    private final Map<String, Integer> moved = new TreeMap<>();

    boolean areGiven() {
        return !moved.isEmpty();
    }

    Ports chosen() {
        var ports = Ports.usual();
        for (var name : ports.byName().keySet()) {
            var value =
                    System.getenv("ECOM_PORT_" + name.toUpperCase(Locale.ROOT).replace('-', '_'));
            if (value != null) {
                ports = ports.with(name, Integer.parseInt(value));
            }
        }
        for (var move : moved.entrySet()) {
            ports = ports.with(portName(ports, move.getKey()), move.getValue());
        }
        return ports;
    }

    private static String portName(Ports ports, String meant) {
        return ports.byName().containsKey(meant) ? meant : Names.find(meant);
    }
}
