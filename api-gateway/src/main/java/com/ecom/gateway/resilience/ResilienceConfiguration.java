package com.ecom.gateway.resilience;

import com.ecom.gateway.caller.CallerAddress;
import com.ecom.gateway.caller.CallerIdentity;
import com.ecom.gateway.policy.RoutedOperation;
import com.ecom.gateway.settings.GatewayProperties;
import com.ecom.gateway.settings.TrafficProperties;
import com.ecom.gateway.settings.TrafficProperties.Profile;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Set;
import java.util.function.Function;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.OrderedGatewayFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.server.ServerWebExchange;

/** Circuit breakers, bulkheads and adaptive limits of all operations. */
@Configuration(proxyBeanMethods = false)
class ResilienceConfiguration {

    /** Inside the retry filter, so that each attempt counts, and before the filter that writes the response. */
    private static final int AROUND_EACH_ATTEMPT = 1;

    /** Outside the circuit breaker, and before the filter that writes the response, too. */
    private static final int BEFORE_THE_BREAKER = 0;

    private static final String WEBHOOKS = "payment-webhooks";

    private static final String STATE = "resilience4j.circuitbreaker.state";
    private static final Set<String> UNUSED = Set.of(
            "resilience4j.circuitbreaker.calls",
            "resilience4j.circuitbreaker.slow.calls",
            "resilience4j.circuitbreaker.slow.call.rate",
            "resilience4j.circuitbreaker.failure.rate",
            "resilience4j.circuitbreaker.not.permitted.calls",
            "resilience4j.circuitbreaker.buffered.calls");

    /** There is a breaker for each operation, so exports only which are open. */
    @Bean
    static MeterFilter dropUnusedMeters() {
        return MeterFilter.deny(it ->
                UNUSED.contains(it.getName()) || (it.getName().equals(STATE) && !"open".equals(it.getTag("state"))));
    }

    @Bean
    CircuitBreakerRegistry breakers(TrafficProperties traffic, MeterRegistry meters) {
        var settings = traffic.chosen().breaker();
        var breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindow(settings.calls(), settings.atLeast(), SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(settings.failurePercent())
                .slowCallRateThreshold(settings.slowPercent())
                .slowCallDurationThreshold(settings.slowAfter())
                .waitDurationInOpenState(settings.openFor())
                // Without maxWaitDurationInHalfOpenState: an operation with few calls would open again after each
                // success.
                .permittedNumberOfCallsInHalfOpenState(settings.tries())
                .build());
        breakers.getEventPublisher().onEntryAdded(it -> reopenUntilOneCallSucceeds(it.getAddedEntry()));
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
        return breakers;
    }

    /**
     * Opens a half-open breaker at its first failure unless a call has succeeded. Otherwise failures from the outage would
     * count together with the first successes after it and open the breaker again.
     */
    private static void reopenUntilOneCallSucceeds(CircuitBreaker breaker) {
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
    ResilienceFilters resilienceFilters(
            CircuitBreakerRegistry breakers,
            BulkheadRegistry bulkheads,
            GatewayProperties properties,
            TrafficProperties traffic,
            CallerAddress addresses,
            MeterRegistry meters) {
        var profile = traffic.chosen();
        var fairBulkheads = new HashMap<String, FairBulkhead>();
        Function<ServerWebExchange, FairnessKey> keys =
                exchange -> FairnessKey.of(addresses.networkOf(exchange.getRequest()), CallerIdentity.in(exchange));
        return routed -> {
            var breaker = new ResilienceFilter(
                    keys,
                    new FairBreaker(breakers.circuitBreaker(routed.name()), profile.breaker()),
                    fairBulkheads.computeIfAbsent(bulkheadOf(routed), it -> fairBulkhead(it, bulkheads, profile)),
                    profile.breaker().openFor(),
                    properties.slow().containsKey(routed.name()));
            var filters = new ArrayList<GatewayFilter>();
            filters.add(new OrderedGatewayFilter(breaker, AROUND_EACH_ATTEMPT));
            var shed = profile.shed().get(routed.name());
            if (shed != null) {
                var shedding = new Shedding(
                        routed.name(),
                        keys,
                        new AdaptiveLimit(shed, System::nanoTime),
                        (double) profile.atOnceEach() / profile.atOnce(),
                        meters);
                filters.add(new OrderedGatewayFilter(shedding, BEFORE_THE_BREAKER));
            }
            return filters;
        };
    }

    /** Webhooks of payment providers have a bulkhead of their own, so that shoppers never fill it. */
    private static String bulkheadOf(RoutedOperation routed) {
        return routed.isWebhook() ? WEBHOOKS : routed.service();
    }

    private static FairBulkhead fairBulkhead(String name, BulkheadRegistry bulkheads, Profile profile) {
        if (!name.equals(WEBHOOKS)) {
            return new FairBulkhead(bulkheads.bulkhead(name), profile.atOnceEach());
        }
        var most = profile.webhooksAtOnce();
        var all = bulkheads.bulkhead(
                name,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(most)
                        .maxWaitDuration(Duration.ZERO)
                        .build());
        // Providers use few networks, and an attacker may use one.
        return new FairBulkhead(all, Math.ceilDiv(most, 2));
    }
}
