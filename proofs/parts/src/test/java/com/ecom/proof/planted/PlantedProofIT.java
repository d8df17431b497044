package com.ecom.proof.planted;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.proof.Effort;
import org.junit.jupiter.api.Test;

class PlantedProofIT {

    @Test
    void everyPlantedMistakeIsNoticed() throws Exception {
        var verdict = new PlantedProof().prove(Effort.ofABuild());

        verdict.figures().forEach((mistake, how) -> System.out.printf("G2 %-60s %s%n", mistake, how));
        assertThat(verdict.violations()).isEmpty();
    }
}
