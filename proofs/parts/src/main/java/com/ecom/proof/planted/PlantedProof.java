package com.ecom.proof.planted;

import com.ecom.core.idempotency.PlantedInIdempotency;
import com.ecom.core.inbox.PlantedInInbox;
import com.ecom.core.outbox.PlantedInOutbox;
import com.ecom.proof.Effort;
import com.ecom.proof.Proof;
import com.ecom.proof.Verdict;
import com.ecom.proof.planting.Database;
import com.ecom.proof.planting.Planted;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Checks that notice no mistakes prove nothing: each planted one has to be noticed, and nothing else. */
public final class PlantedProof implements Proof {

    @Override
    public String name() {
        return "planted";
    }

    @Override
    public String promise() {
        return "Every mistake that is planted in outbox, inbox and idempotency is noticed on a real database";
    }

    @Override
    public Verdict prove(Effort effort) throws Exception {
        var figures = Verdict.newFigures();
        var violations = new ArrayList<String>();
        var all = all();
        try (var database = Database.create()) {
            for (var it : all) {
                database.clear();
                var sound = it.sound().violation(database);
                if (sound != null) {
                    violations.add("%s: the check fails without the mistake: %s".formatted(it.name(), sound));
                }
                database.clear();
                var noticed = it.broken().violation(database);
                figures.put(it.name(), noticed == null ? "NOT NOTICED" : noticed);
                if (noticed == null) {
                    violations.add(it.name() + " is not noticed");
                }
            }
        }
        figures.put("planted", all.size());
        return Verdict.of(violations, figures);
    }

    private static List<Planted> all() {
        return Stream.of(PlantedInOutbox.all(), PlantedInInbox.all(), PlantedInIdempotency.all())
                .flatMap(List::stream)
                .toList();
    }
}
