package com.ecom.local.stack;

import java.util.Collection;
import java.util.List;

/** A port that somebody else listens on already. */
public record TakenPort(String name, int port) {

    public static List<TakenPort> among(Collection<String> names, Ports ports) {
        return names.stream()
                .map(it -> new TakenPort(it, ports.of(it)))
                .filter(it -> Ports.isTaken(it.port()))
                .sorted((one, other) -> Integer.compare(one.port(), other.port()))
                .toList();
    }

    @Override
    public String toString() {
        return "Port %d of %s is taken by %s: end that, or use --port %2$s=PORT"
                .formatted(port, name, Listener.on(port).map(Listener::toString).orElse("another process"));
    }
}
