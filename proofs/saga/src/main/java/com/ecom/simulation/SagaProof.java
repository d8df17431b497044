package com.ecom.simulation;

import com.ecom.proof.Effort;
import com.ecom.proof.Proof;
import com.ecom.proof.Verdict;
import java.util.Optional;

/** The production lifecycles under disorder. Every seed tells the same story again. */
public final class SagaProof implements Proof {

    private static final int IN_A_BUILD = 200_000;
    private static final int IN_FULL = 2_000_000;

    @Override
    public String name() {
        return "saga";
    }

    @Override
    public String promise() {
        return "Every order ends sold or not sold, in every order of messages, with repetitions, losses and crashes";
    }

    @Override
    public Optional<String> seeds(Effort effort) {
        return effort.seedsFrom(schedules(effort));
    }

    @Override
    public Verdict prove(Effort effort) {
        var summary = Simulation.of(new Rules()).run(effort.seed(), schedules(effort));
        var figures = Verdict.newFigures();
        figures.put("schedules", summary.schedules());
        figures.put("orders sold", summary.confirmed());
        figures.put("orders not sold", summary.cancelled());
        figures.put("schedules that violated the promise", summary.violating());
        figures.put("schedules per second", summary.schedules() * 1_000 / Math.max(1, summary.millis()));
        var violations = summary.firstBad().stream()
                .map(it -> "seed %d: %s".formatted(it.seed(), it.violations().getFirst()))
                .toList();
        return Verdict.of(violations, figures);
    }

    private static long schedules(Effort effort) {
        return effort.size(IN_A_BUILD, IN_FULL);
    }
}
