package com.ecom.core.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A place between two steps of which the second may never come. Nothing happens there, and it costs nothing, unless the
 * environment variable {@code ECOM_FAULTS} names a file whose lines say {@code NAME COUNT}: then the process ends as if
 * it were killed when it comes there for that time.
 */
public final class FaultPoint {

    private static final int AS_IF_KILLED = 137;
    private static final Map<String, AtomicInteger> ARMED = read(System.getenv("ECOM_FAULTS"));

    private FaultPoint() {}

    public static void pass(String name) {
        if (!ARMED.isEmpty()) {
            var left = ARMED.get(name);
            if (left != null && left.decrementAndGet() == 0) {
                System.err.println("Ending at the fault point " + name);
                Runtime.getRuntime().halt(AS_IF_KILLED);
            }
        }
    }

    private static Map<String, AtomicInteger> read(@Nullable String file) {
        var armed = new HashMap<String, AtomicInteger>();
        if (file != null && Files.exists(Path.of(file))) {
            try {
                for (var line : Files.readAllLines(Path.of(file))) {
                    var space = line.indexOf(' ');
                    armed.put(line.substring(0, space), new AtomicInteger(Integer.parseInt(line.substring(space + 1))));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Map.copyOf(armed);
    }
}
