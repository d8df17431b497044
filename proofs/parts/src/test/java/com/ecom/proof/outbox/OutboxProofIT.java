package com.ecom.proof.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.proof.Effort;
import org.junit.jupiter.api.Test;

/** {@code ./ecom prove outbox} tries it with many times as many events. */
class OutboxProofIT {

    @Test
    void whatIsCommittedIsPublishedInOrderWhicheverRelayDies() throws Exception {
        var verdict = new OutboxProof().prove(Effort.ofABuild());

        verdict.figures().forEach((figure, value) -> System.out.printf("G8 %-50s %s%n", figure, value));
        assertThat(verdict.violations()).isEmpty();
    }
}
