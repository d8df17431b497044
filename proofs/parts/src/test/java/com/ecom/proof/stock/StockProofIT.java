package com.ecom.proof.stock;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.proof.Effort;
import org.junit.jupiter.api.Test;

class StockProofIT {

    @Test
    void whatIsThereIsSoldToTheLastUnitAndNotOneMore() throws Exception {
        var verdict = new StockProof().prove(Effort.ofABuild());

        verdict.figures().forEach((figure, value) -> System.out.printf("G6 %-40s %s%n", figure, value));
        assertThat(verdict.violations()).isEmpty();
    }
}
