package com.ecom.gateway.limits;

import com.ecom.gateway.settings.TrafficProperties.Rate;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Token buckets of callers. While Redis is unavailable, each gateway counts alone and allows half of the rate, so that an
 * outage gives no caller more; within ten seconds of its return all gateways count together again.
 */
@Component
class Buckets {

    private static final int CALLERS = 50_000;
    private static final Duration OPEN_FOR = Duration.ofSeconds(5);

    private final Cache<String, Bucket> own = Caffeine.newBuilder()
            .maximumSize(CALLERS)
            .expireAfterAccess(Duration.ofMinutes(2))
            .build();
    private final SharedBuckets shared;
    private final CircuitBreaker redis;
    private final Duration timeout;

    Buckets(
            SharedBuckets shared,
            CircuitBreakerRegistry breakers,
            @Value("${ecom.traffic.redis-timeout}") Duration timeout) {
        this.shared = shared;
        this.timeout = timeout;
        this.redis = breakers.circuitBreaker(
                "redis",
                CircuitBreakerConfig.custom()
                        .slidingWindow(10, 3, SlidingWindowType.COUNT_BASED)
                        .failureRateThreshold(50)
                        .waitDurationInOpenState(OPEN_FOR)
                        .permittedNumberOfCallsInHalfOpenState(2)
                        .build());
    }

    /** Takes a token from a caller's bucket, without a call to Redis unless gateways have to synchronize. Never fails. */
    Mono<Allowance> take(String key, Rate rate) {
        if (!redis.tryAcquirePermission()) {
            return Mono.just(takeFromOwn(key, rate));
        }
        var began = redis.getCurrentTimestamp();
        var taking = shared.take(key, rate);
        if (taking.isDone() && !taking.isCompletedExceptionally()) {
            // Without a call to Redis this is no success of its breaker.
            redis.releasePermission();
            return Mono.just(taking.join());
        }
        return Mono.fromFuture(taking)
                .timeout(timeout)
                .doOnSuccess(_ -> redis.onSuccess(since(began), redis.getTimestampUnit()))
                .doOnCancel(redis::releasePermission)
                .onErrorResume(failure -> {
                    redis.onError(since(began), redis.getTimestampUnit(), failure);
                    return Mono.fromSupplier(() -> takeFromOwn(key, rate));
                });
    }

    private long since(long began) {
        return redis.getCurrentTimestamp() - began;
    }

    private Allowance takeFromOwn(String key, Rate rate) {
        return Allowance.of(own.get(key, _ -> half(rate)).tryConsumeAndReturnRemaining(1));
    }

    private static Bucket half(Rate rate) {
        return Bucket.builder()
                .addLimit(it -> it.capacity(Math.max(1, rate.burst() / 2))
                        .refillGreedy(rate.perSecond(), Duration.ofSeconds(2)))
                .build();
    }
}
