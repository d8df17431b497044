package com.ecom.proof;

import java.util.function.Consumer;

/**
 * How hard a proof tries.
 *
 * @param full the size that a release is held to, rather than one that fits into every build
 * @param seed what every choice of chance follows from, where the proof can promise that
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

    public void say(String text) {
        progress.accept(text);
    }
}
