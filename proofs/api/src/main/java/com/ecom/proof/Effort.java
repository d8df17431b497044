package com.ecom.proof;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * How hard a proof tries.
 *
 * @param full the size that a release is held to, rather than one that fits into every build
 * @param seed what every choice of chance follows from, or the first of those it follows from
 * @param orders how many orders are placed where a proof buys things
 * @param progress hears, now and then, how far it has come
 */
public record Effort(boolean full, long seed, int orders, Consumer<String> progress) {

    /** The size that fits into every build. */
    public static Effort ofABuild() {
        return new Effort(false, 1, 60, System.out::println);
    }

    public int size(int inABuild, int inFull) {
        return full ? inFull : inABuild;
    }

    /** What a proof says that tries so many seeds, one after the other. */
    public Optional<String> seedsFrom(long many) {
        return Optional.of("%,d to %,d".formatted(seed, seed + many - 1));
    }

    public void say(String text) {
        progress.accept(text);
    }
}
