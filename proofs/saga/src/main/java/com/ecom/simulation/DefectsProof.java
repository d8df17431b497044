package com.ecom.simulation;

import com.ecom.proof.Effort;
import com.ecom.proof.Proof;
import com.ecom.proof.Verdict;
import java.util.ArrayList;
import java.util.Optional;

/** A proof that notices no mistakes proves nothing: each planted one has to be noticed. */
public final class DefectsProof implements Proof {

    private static final int SCHEDULES = 200_000;

    @Override
    public String name() {
        return "defects";
    }

    @Override
    public String promise() {
        return "The simulation notices every mistake that is planted in the lifecycles and in the code around them";
    }

    @Override
    public Optional<String> seeds(Effort effort) {
        return effort.seedsFrom(SCHEDULES);
    }

    @Override
    public Verdict prove(Effort effort) {
        var figures = Verdict.newFigures();
        var unnoticed = new ArrayList<String>();
        for (var defect : Defect.ALL) {
            var first = Simulation.of(defect.rules()).untilBad(effort.seed(), SCHEDULES);
            figures.put(
                    defect.name(),
                    first.map(it -> "%s (seed %d)".formatted(it.violations().getFirst(), it.seed()))
                            .orElse("NOT NOTICED"));
            if (first.isEmpty()) {
                unnoticed.add(defect.name() + " was not noticed in %,d schedules".formatted(SCHEDULES));
            }
        }
        figures.put("planted", Defect.ALL.size());
        figures.put("noticed", Defect.ALL.size() - unnoticed.size());
        return Verdict.of(unnoticed, figures);
    }
}
