package com.ecom.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;

/**
 * How long requests take, as {@code http.server.requests} with the tags that it has in every service. The pattern of the
 * access policy is its {@code uri}; what the policy does not name shares one, so that callers cannot make new series.
 */
@Component
class Durations {

    private static final String UNKNOWN = "UNKNOWN";

    private final Map<Series, Timer> timers = new ConcurrentHashMap<>();
    private final MeterRegistry meters;

    Durations(MeterRegistry meters) {
        this.meters = meters;
    }

    /** @param status none if the caller went away before there was one */
    void note(HttpMethod method, @Nullable Known known, @Nullable HttpStatusCode status, long nanos) {
        var series = known == null
                ? new Series(nameOf(method), UNKNOWN, status)
                : new Series(method.name(), known.operation().path(), status);
        timers.computeIfAbsent(series, this::timer).record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Series series) {
        return Timer.builder("http.server.requests")
                .tag("method", series.method)
                .tag("uri", series.uri)
                .tag("status", series.status == null ? UNKNOWN : Integer.toString(series.status.value()))
                .tag("outcome", outcome(series.status))
                .tag("exception", "none")
                .tag("error", "none")
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
}
