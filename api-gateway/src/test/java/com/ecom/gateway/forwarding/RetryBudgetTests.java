package com.ecom.gateway.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryBudgetTests {

    @Test
    void repeatsAtMostATenthOfWhatIsAskedBesidesTheTenItBeginsWith() {
        var budget = new RetryBudget(10);

        var repeated =
                IntStream.range(0, 1_000).filter(_ -> everyRequestFails(budget)).count();

        assertThat(repeated).isBetween(100L, 111L);
    }

    @Test
    void whatNeedsNoRepetitionCostsNothing() {
        var budget = new RetryBudget(10);
        IntStream.range(0, 100).forEach(_ -> budget.recordRequest());

        assertThat(IntStream.range(0, 20).filter(_ -> budget.tryAcquire()).count())
                .isEqualTo(10);
    }

    @Test
    void repeatsNothingIfNothingMayBeRepeated() {
        assertThat(new RetryBudget(0).tryAcquire()).isFalse();
    }

    private static boolean everyRequestFails(RetryBudget budget) {
        budget.recordRequest();
        return budget.tryAcquire();
    }
}
