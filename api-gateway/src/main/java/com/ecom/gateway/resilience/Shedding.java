package com.ecom.gateway.resilience;

import com.ecom.gateway.problems.Refused;
import com.ecom.gateway.problems.Unavailable;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Load shedding: refuses requests, without a call to the service, that the operation could not answer in time: those above
 * its adaptive limit or above one network's share of it, and all for a moment after the service itself has said that it is
 * busy for everybody. The {@code Retry-After} of refusals is random, so that clients do not retry at the same moment.
 */
class Shedding implements GatewayFilter {

    private static final int LATEST_SECONDS = 3;
    /** With this a service says that it refuses everybody for a while; any other failure may be one caller's alone. */
    private static final String BUSY = "X-Busy";

    /** Even refusals cost a service capacity; a few attempts a second show when it has recovered. */
    private static final long MOMENT = Duration.ofMillis(100).toNanos();

    private final Map<String, Integer> inside = new ConcurrentHashMap<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final Function<ServerWebExchange, FairnessKey> keys;
    private final AdaptiveLimit limit;
    private final double shareOfEach;
    private final Counter shed;
    private volatile long busyUntil = System.nanoTime();

    /** @param shareOfEach the part of the limit that one network may take */
    Shedding(
            String operation,
            Function<ServerWebExchange, FairnessKey> keys,
            AdaptiveLimit limit,
            double shareOfEach,
            MeterRegistry meters) {
        this.keys = keys;
        this.limit = limit;
        this.shareOfEach = shareOfEach;
        this.shed = Counter.builder("ecom.gateway.shed")
                .description("Requests that were refused because the operation could not have answered them in time")
                .tag("operation", operation)
                .register(meters);
        Gauge.builder("ecom.gateway.limit", limit, AdaptiveLimit::current)
                .description("How many requests of the operation may be under way at once, by how long they take")
                .tag("operation", operation)
                .register(meters);
        Gauge.builder("ecom.gateway.under.way", underWay, AtomicInteger::get)
                .description("How many requests of the operation are under way")
                .tag("operation", operation)
                .register(meters);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return Mono.defer(() -> {
            var network = keys.apply(exchange).network();
            var now = underWay.incrementAndGet();
            var ofNetwork = inside.merge(network, 1, Integer::sum);
            if (isBusy() || now > limit.current() || ofNetwork > Math.max(1, limit.current() * shareOfEach)) {
                leave(network);
                shed.increment();
                return Mono.error(new Unavailable("DOWNSTREAM_BUSY", soon()));
            }
            var began = System.nanoTime();
            return chain.filter(exchange)
                    .doOnSuccess(_ -> judge(exchange.getResponse(), network, System.nanoTime() - began, now))
                    .doOnError(failure -> judge(failure, network, now))
                    .doFinally(_ -> leave(network));
        });
    }

    private boolean isBusy() {
        return System.nanoTime() - busyUntil < 0;
    }

    /** A refusal or client error says nothing about how long the operation takes. */
    private void judge(ServerHttpResponse response, String network, long took, int now) {
        var status = response.getStatusCode();
        if (response.getHeaders().containsHeader(BUSY)) {
            busyUntil = System.nanoTime() + MOMENT;
        } else if (status == null || status.is5xxServerError()) {
            limit.onDropped(network, now);
        } else if (status.is2xxSuccessful()) {
            limit.onSuccess(network, took, now);
        }
    }

    private void judge(Throwable failure, String network, int now) {
        if (!(failure instanceof Refused)) {
            limit.onDropped(network, now);
        }
    }

    private void leave(String network) {
        inside.computeIfPresent(network, (_, now) -> now == 1 ? null : now - 1);
        underWay.decrementAndGet();
    }

    private static Duration soon() {
        return Duration.ofSeconds(ThreadLocalRandom.current().nextInt(1, LATEST_SECONDS + 1));
    }
}
