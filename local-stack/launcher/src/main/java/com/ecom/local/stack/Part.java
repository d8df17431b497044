package com.ecom.local.stack;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** One process of a stack: what it needs, how it is started and how one knows that it is well. */
public interface Part {

    String name();

    Stage stage();

    /** The names of the parts that must be well before this one is started. */
    default Set<String> needs() {
        return Set.of();
    }

    /** What people open or connect to. */
    String address();

    /** The names of the ports it listens on. */
    Set<String> ports();

    /** Whether what runs was started from something that has been built anew since. */
    default boolean isOutdated() throws IOException {
        return false;
    }

    /** Lays out whatever the start expects to find. Runs before each start. */
    default void prepare(OneOff once) throws IOException, InterruptedException {}

    Command command() throws IOException;

    /** Nothing for what is no JVM. */
    default Optional<StartCache> startCache() throws IOException {
        return Optional.empty();
    }

    Health health();

    /** How long a start may take before it counts as failed. */
    default Duration timeout() {
        return Duration.ofSeconds(90);
    }

    /** Runs a command to its end. */
    @FunctionalInterface
    interface OneOff {

        /** Fails unless the command succeeds; what it prints goes to the part's log. */
        void run(Command command) throws IOException, InterruptedException;
    }
}
