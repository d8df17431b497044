package com.ecom.gateway;

import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.OrderedGatewayFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What keeps one service that is in trouble from getting everybody else into it. */
@Configuration(proxyBeanMethods = false)
class Guards {

    /** Within a repetition, so that each attempt counts, and before an answer is written. */
    private static final int AROUND_EACH_ATTEMPT = 1;

    @Bean
    CircuitBreakerRegistry breakers(TrafficProperties traffic, MeterRegistry meters) {
        var wish = traffic.chosen().breaker();
        var breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindow(wish.calls(), wish.atLeast(), SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(wish.failurePercent())
                .slowCallRateThreshold(wish.slowPercent())
                .slowCallDurationThreshold(wish.slowAfter())
                .waitDurationInOpenState(wish.openFor())
                // Without a limit of time: whoever is asked seldom would be shut out again after each good answer.
                .permittedNumberOfCallsInHalfOpenState(wish.tries())
                .build());
        breakers.getEventPublisher().onEntryAdded(it -> staysOpenWhileNobodySucceeds(it.getAddedEntry()));
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
        return breakers;
    }

    /**
     * Whoever still fails when tried again is left alone at once. Otherwise tries from while it was away would be
     * counted with the first from when it is back, and shut it out once more.
     */
    private static void staysOpenWhileNobodySucceeds(CircuitBreaker breaker) {
        breaker.getEventPublisher().onError(_ -> {
            if (breaker.getState() == CircuitBreaker.State.HALF_OPEN
                    && breaker.getMetrics().getNumberOfSuccessfulCalls() == 0) {
                breaker.transitionToOpenState();
            }
        });
    }

    @Bean
    BulkheadRegistry bulkheads(TrafficProperties traffic, MeterRegistry meters) {
        var bulkheads = BulkheadRegistry.of(BulkheadConfig.custom()
                .maxConcurrentCalls(traffic.chosen().atOnce())
                .maxWaitDuration(Duration.ZERO)
                .build());
        TaggedBulkheadMetrics.ofBulkheadRegistry(bulkheads).bindTo(meters);
        return bulkheads;
    }

    @Bean
    Guarding guarding(
            CircuitBreakerRegistry breakers,
            BulkheadRegistry bulkheads,
            GatewayProperties properties,
            TrafficProperties traffic,
            CallerAddress addresses) {
        var profile = traffic.chosen();
        var rooms = new HashMap<String, Room>();
        return known -> {
            var guard = new Guard(
                    exchange -> Party.of(addresses.networkOf(exchange.getRequest()), Visitor.in(exchange)),
                    new FairBreaker(breakers.circuitBreaker(known.name()), profile.breaker()),
                    rooms.computeIfAbsent(
                            known.service(), it -> new Room(bulkheads.bulkhead(it), profile.atOnceEach())),
                    profile.breaker().openFor(),
                    properties.slow().containsKey(known.name()));
            return new OrderedGatewayFilter(guard, AROUND_EACH_ATTEMPT);
        };
    }

    /** Gives every operation a breaker of its own and every service a bulkhead. */
    @FunctionalInterface
    interface Guarding {
        GatewayFilter of(Known known);
    }
}
