package com.ecom.gateway.observation;

import com.ecom.gateway.policy.RoutedOperation;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;

/**
 * How long requests take. Each operation has count, sum and maximum as {@code http.server.requests}; its {@code uri} is the
 * pattern of the access policy. All requests that match no operation share one series, so that callers cannot create series.
 * The histogram is {@code ecom.gateway.requests}, by service: one for each operation would be most of the scrape.
 */
@Component
@RequiredArgsConstructor
public class Durations {

    private static final String UNKNOWN = "UNKNOWN";

    private final Map<Series, Timer> timers = new ConcurrentHashMap<>();
    private final Map<Spread, Timer> spreads = new ConcurrentHashMap<>();
    private final MeterRegistry meters;

    /** @param status none if the client disconnected before there was one */
    public void record(
            HttpMethod method, @Nullable RoutedOperation routed, @Nullable HttpStatusCode status, long nanos) {
        var series = routed == null
                ? new Series(nameOf(method), UNKNOWN, status)
                : new Series(method.name(), routed.operation().path(), status);
        timers.computeIfAbsent(series, this::timer).record(nanos, TimeUnit.NANOSECONDS);
        var spread = new Spread(routed == null ? UNKNOWN : routed.service(), outcome(status));
        spreads.computeIfAbsent(spread, this::timer).record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Spread spread) {
        return Timer.builder("ecom.gateway.requests")
                .description("How long requests took, by the service that was asked")
                .tag("target", spread.target)
                .tag("outcome", spread.outcome)
                .register(meters);
    }

    private Timer timer(Series series) {
        return Timer.builder("http.server.requests")
                .description("How long requests took, by operation")
                .tag("method", series.method)
                .tag("uri", series.uri)
                .tag("status", series.status == null ? UNKNOWN : Integer.toString(series.status.value()))
                .tag("outcome", outcome(series.status))
                .register(meters);
    }

    private static String nameOf(HttpMethod method) {
        return Arrays.asList(HttpMethod.values()).contains(method) ? method.name() : UNKNOWN;
    }

    private static String outcome(@Nullable HttpStatusCode status) {
        var series = status == null ? null : HttpStatus.Series.resolve(status.value());
        return switch (series) {
            case null -> UNKNOWN;
            case SUCCESSFUL -> "SUCCESS";
            case INFORMATIONAL, REDIRECTION, CLIENT_ERROR, SERVER_ERROR -> series.name();
        };
    }

    private record Series(
            String method, String uri, @Nullable HttpStatusCode status) {}

    private record Spread(String target, String outcome) {}
}
