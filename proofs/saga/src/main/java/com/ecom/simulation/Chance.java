package com.ecom.simulation;

import java.util.List;
import java.util.SplittableRandom;

/** Everything that is left to chance, so that one seed always tells the same story. */
final class Chance {

    private final SplittableRandom random;
    private boolean rough = true;

    Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** From now on nothing goes wrong any more. */
    void calmDown() {
        rough = false;
    }

    /** Whether a misfortune strikes that does so this often. */
    boolean misfortune(double probability) {
        return rough && random.nextDouble() < probability;
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T oneOf(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }
}
