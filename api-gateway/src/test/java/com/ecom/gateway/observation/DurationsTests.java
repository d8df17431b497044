package com.ecom.gateway.observation;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.core.security.AccessPolicy;
import com.ecom.gateway.policy.RoutedOperation;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.util.pattern.PathPatternParser;

class DurationsTests {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Durations durations = new Durations(meters);
    private final RoutedOperation order = operation("/api/orders/{orderId}");

    @Test
    void measuresByOperationAndOutcome() {
        durations.record(HttpMethod.GET, order, HttpStatus.OK, 1_000_000);
        durations.record(HttpMethod.GET, order, HttpStatusCode.valueOf(599), 1_000_000);
        durations.record(HttpMethod.GET, order, null, 1_000_000);

        assertThat(meters.find("http.server.requests")
                        .tag("uri", "/api/orders/{orderId}")
                        .timers())
                .extracting(it -> it.getId().getTag("outcome"))
                .containsExactlyInAnyOrder("SUCCESS", "SERVER_ERROR", "UNKNOWN");
    }

    @Test
    void callersMakeNoNewSeries() {
        IntStream.range(0, 100)
                .forEach(it -> durations.record(HttpMethod.valueOf("METHOD" + it), null, HttpStatus.BAD_REQUEST, 1));

        assertThat(meters.find("http.server.requests").timers()).singleElement().satisfies(it -> {
            assertThat(it.count()).isEqualTo(100);
            assertThat(it.getId().getTag("method")).isEqualTo("UNKNOWN");
            assertThat(it.getId().getTag("uri")).isEqualTo("UNKNOWN");
        });
    }

    @Test
    void measuresTheSpreadByServiceAndOutcomeOnly() {
        durations.record(HttpMethod.GET, order, HttpStatus.OK, 1_000_000);
        durations.record(HttpMethod.HEAD, order, HttpStatus.NO_CONTENT, 1_000_000);
        durations.record(HttpMethod.GET, null, HttpStatus.NOT_FOUND, 1_000_000);

        assertThat(meters.find("ecom.gateway.requests").timers())
                .extracting(it -> it.getId().getTag("target") + " " + it.getId().getTag("outcome") + " " + it.count())
                .containsExactlyInAnyOrder("order-service SUCCESS 2", "UNKNOWN CLIENT_ERROR 1");
    }

    private static RoutedOperation operation(String path) {
        var operation = AccessPolicy.load().of("order-service").stream()
                .filter(it -> it.path().equals(path))
                .findFirst()
                .orElseThrow();
        return new RoutedOperation("order-service", operation, PathPatternParser.defaultInstance.parse(path));
    }
}
