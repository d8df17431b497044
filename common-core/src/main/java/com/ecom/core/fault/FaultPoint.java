package com.ecom.core.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A place between two steps of which the second may never come. Nothing happens there, and it costs nothing, unless the
 * environment variable {@code ECOM_FAULTS} names a file whose lines say {@code NAME COUNT KIND}: then, when the process
 * comes there for that time, it ends as if it were killed ({@code die}), the step fails ({@code fail}), or it takes five
 * seconds longer ({@code stall}).
 */
public final class FaultPoint {

    private static final int AS_IF_KILLED = 137;
    private static final Map<String, Fault> ARMED = read(System.getenv("ECOM_FAULTS"));

    private FaultPoint() {}

    /** @throws InjectedFault only where somebody armed this place */
    public static void pass(String name) {
        if (!ARMED.isEmpty()) {
            var fault = ARMED.get(name);
            if (fault != null && fault.left.decrementAndGet() == 0) {
                happen(name, fault.kind);
            }
        }
    }

    private static void happen(String name, Kind kind) {
        // On the error stream, because nothing else is sure to be written before the process ends.
        System.err.printf("At the fault point %s: %s%n", name, kind);
        switch (kind) {
            case DIE -> Runtime.getRuntime().halt(AS_IF_KILLED);
            case FAIL -> throw new InjectedFault(name);
            case STALL -> stall();
        }
    }

    private static void stall() {
        try {
            TimeUnit.SECONDS.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, Fault> read(@Nullable String file) {
        var armed = new HashMap<String, Fault>();
        if (file != null && Files.exists(Path.of(file))) {
            try {
                for (var line : Files.readAllLines(Path.of(file))) {
                    var words = line.split(" ", -1);
                    armed.put(words[0], new Fault(new AtomicInteger(Integer.parseInt(words[1])), Kind.named(words[2])));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Map.copyOf(armed);
    }

    private record Fault(AtomicInteger left, Kind kind) {}

    private enum Kind {
        DIE,
        FAIL,
        STALL;

        private static Kind named(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }

    /** What an armed place throws. */
    static final class InjectedFault extends RuntimeException {
        private InjectedFault(String place) {
            super("At the fault point " + place);
        }
    }
}
