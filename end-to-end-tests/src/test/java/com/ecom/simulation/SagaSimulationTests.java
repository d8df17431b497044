package com.ecom.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * {@code -Dsaga.schedules=2000000} runs more of them; {@code -Dsaga.seed=17} tells one of them step by step, with
 * {@code -Dsaga.defect=NAME} under a planted defect.
 */
class SagaSimulationTests {

    private static final long SCHEDULES = Long.getLong("saga.schedules", 200_000);

    @Test
    void everyOrderEndsSoldOrNotSoldInEverySchedule() {
        var summary = Simulation.of(new Rules()).run(SCHEDULES);

        System.out.println("G1 saga simulator: " + summary.verdict());
        Report.write("saga-simulator", summary);
        assertThat(summary.firstBad()).as("replay with -Dsaga.seed=<seed>").isEmpty();
        assertThat(summary.confirmed()).as("the schedules sell something").isGreaterThan(SCHEDULES);
        assertThat(summary.cancelled()).as("the schedules lose something").isGreaterThan(SCHEDULES);
    }

    @Test
    void oneSeedAlwaysTellsTheSameStory() {
        for (long seed = 0; seed < 100; seed++) {
            assertThat(storyOf(seed)).isEqualTo(storyOf(seed));
        }
    }

    @Test
    void everyPlantedDefectIsNoticed() {
        var found = new ArrayList<Found>();
        for (var defect : Defect.values()) {
            var bad = Simulation.of(defect.rules()).untilBad(SCHEDULES);
            var first = bad.map(it -> "%s (seed %d)".formatted(it.violations().getFirst(), it.seed()));
            System.out.println("G2 %-60s %s".formatted(defect, first.orElse("NOT NOTICED")));
            found.add(new Found(defect.name(), bad.isPresent(), first.orElse("")));
        }
        Report.write("saga-defects", found);
        assertThat(found).allMatch(Found::noticed).hasSizeGreaterThanOrEqualTo(40);
    }

    @Test
    @EnabledIfSystemProperty(named = "saga.seed", matches = "\\d+")
    void tellsOneSchedule() {
        var rules = Optional.ofNullable(System.getProperty("saga.defect"))
                .map(it -> Defect.valueOf(it).rules())
                .orElseGet(Rules::new);

        assertThat(World.tell(Long.getLong("saga.seed"), rules, System.out::println)
                        .violations())
                .isEmpty();
    }

    private static List<String> storyOf(long seed) {
        var story = new ArrayList<String>();
        World.tell(seed, new Rules(), story::add);
        return story;
    }

    /** @param how what was violated first */
    record Found(String defect, boolean noticed, String how) {}
}
