package com.ecom.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.proof.Effort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * {@code -Dsaga.seed=17} tells one schedule step by step, with {@code -Dsaga.defect=NAME} under a planted defect;
 * {@code ./ecom prove saga} runs two million of them.
 */
class SagaSimulationTests {

    @Test
    void everyOrderEndsSoldOrNotSoldInEverySchedule() {
        var verdict = new SagaProof().prove(Effort.ofABuild());

        System.out.println("G1 saga simulator: " + verdict.figures());
        assertThat(verdict.violations()).as("replay with -Dsaga.seed=<seed>").isEmpty();
        assertThat((Long) verdict.figures().get("orders sold"))
                .as("the schedules sell something")
                .isGreaterThan(200_000);
        assertThat((Long) verdict.figures().get("orders not sold"))
                .as("the schedules lose something")
                .isGreaterThan(200_000);
    }

    @Test
    void oneSeedAlwaysTellsTheSameStory() {
        for (long seed = 0; seed < 100; seed++) {
            assertThat(storyOf(seed)).isEqualTo(storyOf(seed));
        }
    }

    @Test
    void theFirstScheduleIsThatOfTheSeedThatWasGiven() {
        var defect = Defect.ALL.stream().findFirst().orElseThrow();
        var first = Simulation.of(defect.rules()).untilBad(424_242, 200_000);

        assertThat(first.orElseThrow().seed()).isBetween(424_242L, 624_241L);
    }

    @Test
    void everyPlantedDefectIsNoticed() {
        var verdict = new DefectsProof().prove(Effort.ofABuild());

        verdict.figures().forEach((defect, how) -> System.out.printf("G2 %-60s %s%n", defect, how));
        assertThat(verdict.violations()).isEmpty();
        assertThat(Defect.ALL).hasSizeGreaterThanOrEqualTo(40);
    }

    @Test
    @EnabledIfSystemProperty(named = "saga.seed", matches = "\\d+")
    void tellsOneSchedule() {
        var rules = Optional.ofNullable(System.getProperty("saga.defect"))
                .map(it -> Defect.named(it).rules())
                .orElseGet(Rules::new);

        assertThat(World.replay(Long.getLong("saga.seed"), rules, System.out::println)
                        .violations())
                .isEmpty();
    }

    private static List<String> storyOf(long seed) {
        var story = new ArrayList<String>();
        World.replay(seed, new Rules(), story::add);
        return story;
    }
}
