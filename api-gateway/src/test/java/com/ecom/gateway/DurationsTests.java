package com.ecom.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.core.service.AccessPolicy;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.PathContainer;

class DurationsTests {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Durations durations = new Durations(meters);
    private final Known order = new Operations(AccessPolicy.load())
            .at(PathContainer.parsePath("/api/orders/7"))
            .getFirst();

    @Test
    void measuresByOperationAndOutcome() {
        durations.note(HttpMethod.GET, order, HttpStatus.OK, 1_000_000);
        durations.note(HttpMethod.GET, order, HttpStatusCode.valueOf(599), 1_000_000);
        durations.note(HttpMethod.GET, order, null, 1_000_000);

        assertThat(meters.find("http.server.requests")
                        .tag("uri", "/api/orders/{orderId}")
                        .timers())
                .extracting(it -> it.getId().getTag("outcome"))
                .containsExactlyInAnyOrder("SUCCESS", "SERVER_ERROR", "UNKNOWN");
    }

    @Test
    void callersMakeNoNewSeries() {
        IntStream.range(0, 100)
                .forEach(it -> durations.note(HttpMethod.valueOf("METHOD" + it), null, HttpStatus.BAD_REQUEST, 1));

        assertThat(meters.find("http.server.requests").timers()).singleElement().satisfies(it -> {
            assertThat(it.count()).isEqualTo(100);
            assertThat(it.getId().getTag("method")).isEqualTo("UNKNOWN");
            assertThat(it.getId().getTag("uri")).isEqualTo("UNKNOWN");
        });
    }

    @Test
    void measuresTheSpreadByServiceAndOutcomeOnly() {
        durations.note(HttpMethod.GET, order, HttpStatus.OK, 1_000_000);
        durations.note(HttpMethod.HEAD, order, HttpStatus.NO_CONTENT, 1_000_000);
        durations.note(HttpMethod.GET, null, HttpStatus.NOT_FOUND, 1_000_000);

        assertThat(meters.find("ecom.gateway.requests").timers())
                .extracting(it -> it.getId().getTag("target") + " " + it.getId().getTag("outcome") + " " + it.count())
                .containsExactlyInAnyOrder("order-service SUCCESS 2", "UNKNOWN CLIENT_ERROR 1");
    }
}
