package com.ecom.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.cloud.gateway.filter.factory.RetryGatewayFilterFactory;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

class RetryBudgetTests {

    @Test
    void repeatsAtMostATenthOfWhatIsAskedBesidesTheTenItBeginsWith() {
        var budget = new RetryBudget(10);

        var repeated =
                IntStream.range(0, 1_000).filter(_ -> everyRequestFails(budget)).count();

        assertThat(repeated).isBetween(100L, 111L);
    }

    @Test
    void aFirstAttemptCostsNothing() {
        var budget = new RetryBudget(10);
        IntStream.range(0, 100).forEach(_ -> budget.noteAttempt(attempt(0)));

        assertThat(budget.isLeft()).isTrue();
    }

    @Test
    void repeatsNothingIfNothingMayBeRepeated() {
        assertThat(new RetryBudget(0).isLeft()).isFalse();
    }

    private static boolean everyRequestFails(RetryBudget budget) {
        budget.noteRequest();
        var left = budget.isLeft();
        if (left) {
            budget.noteAttempt(attempt(1));
        }
        return left;
    }

    private static MockServerWebExchange attempt(int iteration) {
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/"));
        exchange.getAttributes().put(RetryGatewayFilterFactory.RETRY_ITERATION_KEY, iteration);
        return exchange;
    }
}
