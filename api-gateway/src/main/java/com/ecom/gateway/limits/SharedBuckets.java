package com.ecom.gateway.limits;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ecom.gateway.settings.TrafficProperties.Rate;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.AsyncBucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.distributed.proxy.optimization.DelayParameters;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.RedisClient;
import io.lettuce.core.cluster.RedisClusterClient;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Token buckets in Redis, which all gateways share. A gateway synchronizes a bucket at least every {@value #SYNC_MILLIS} ms
 * and before it has taken 5 % of the burst, so not every request costs a call to Redis.
 */
@Component
class SharedBuckets {

    private static final int SYNC_MILLIS = 100;
    private static final int SHARE_OF_BURST = 20;
    private static final int CALLERS = 50_000;
    private static final Duration RECONNECT_EVERY = Duration.ofSeconds(2);

    private final Cache<String, AsyncBucketProxy> buckets = Caffeine.newBuilder()
            .maximumSize(CALLERS)
            .expireAfterAccess(Duration.ofMinutes(1))
            .build();
    private final Mono<AsyncProxyManager<byte[]>> redis;

    SharedBuckets(LettuceConnectionFactory connections) {
        this.redis = Mono.fromCallable(() -> connect(connections))
                .subscribeOn(Schedulers.boundedElastic())
                .cache(_ -> Duration.ofDays(365), _ -> RECONNECT_EVERY, () -> RECONNECT_EVERY);
    }

    /**
     * Takes a token from the caller's bucket: at once if this gateway need not synchronize, else after it has. Fails if
     * Redis does, without a decision.
     */
    CompletableFuture<Allowance> take(String key, Rate rate) {
        var known = buckets.getIfPresent(key);
        return known == null
                ? redis.map(it -> buckets.get(key, _ -> bucket(it, key, rate)))
                        .flatMap(it -> Mono.fromFuture(takeFrom(it)))
                        .toFuture()
                : takeFrom(known);
    }

    private static CompletableFuture<Allowance> takeFrom(AsyncBucketProxy bucket) {
        return bucket.tryConsumeAndReturnRemaining(1).thenApply(Allowance::of);
    }

    private static AsyncBucketProxy bucket(AsyncProxyManager<byte[]> redis, String key, Rate rate) {
        var alone = Math.max(1, rate.burst() / SHARE_OF_BURST);
        return redis.builder()
                .withOptimization(Optimizations.delaying(new DelayParameters(alone, Duration.ofMillis(SYNC_MILLIS))))
                // With the rate in its key, a bucket never keeps the rate of an older configuration.
                .build(
                        "limit:%s:%d:%d"
                                .formatted(key, rate.perSecond(), rate.burst())
                                .getBytes(UTF_8),
                        () -> CompletableFuture.completedFuture(configured(rate)));
    }

    private static BucketConfiguration configured(Rate rate) {
        return BucketConfiguration.builder()
                .addLimit(it -> it.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
                .build();
    }

    private static AsyncProxyManager<byte[]> connect(LettuceConnectionFactory connections) {
        var expiresWhenFull = ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofSeconds(10));
        var builder = connections.isClusterAware()
                ? Bucket4jLettuce.casBasedBuilder((RedisClusterClient) connections.getRequiredNativeClient())
                : Bucket4jLettuce.casBasedBuilder((RedisClient) connections.getRequiredNativeClient());
        return builder.expirationAfterWrite(expiresWhenFull).build().asAsync();
    }
}
