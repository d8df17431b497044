package com.ecom.proof.cli;

import com.ecom.proof.Effort;
import com.ecom.proof.Proof;
import com.ecom.proof.Verdict;
import java.time.Duration;
import java.util.List;

/**
 * A proof as it went.
 *
 * @param seeds in words
 */
record Outcome(String proof, String promise, String seeds, Verdict verdict, long millis) {

    private static final int MOST_SHOWN = 20;

    /** Runs the proof, and prints what comes of it while it does. A proof that throws does not hold. */
    static Outcome of(Proof proof, Effort effort) {
        System.out.printf("%n== %s: %s%n", proof.name(), proof.promise());
        var begin = System.nanoTime();
        Verdict verdict;
        try {
            verdict = proof.prove(effort);
        } catch (Exception e) {
            e.printStackTrace();
            verdict = Verdict.of(List.of("It could not be tried: " + e), Verdict.newFigures());
        }
        var took = Duration.ofNanos(System.nanoTime() - begin);
        var seeds = proof.seeds(effort);
        verdict.figures().forEach((name, value) -> System.out.printf("   %-44s %s%n", name, value));
        verdict.violations().stream().limit(MOST_SHOWN).forEach(it -> System.out.println("   VIOLATED: " + it));
        System.out.printf(
                "   %s after %.1f s%s%n",
                verdict.holds() ? "holds" : verdict.violations().size() + " VIOLATIONS",
                took.toMillis() / 1_000.0,
                seeds.map(it -> " (seeds: " + it + ")").orElse(""));
        return new Outcome(proof.name(), proof.promise(), seeds.orElse("none"), verdict, took.toMillis());
    }
}
