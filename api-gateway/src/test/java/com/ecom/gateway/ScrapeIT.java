package com.ecom.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.gateway.policy.Operations;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The scrape after one call of every operation, of a gateway that has had no other calls. */
@TestPropertySource(properties = "ecom.frontend-flags.beta-banner-enabled=true")
class ScrapeIT extends GatewayScenario {

    private static final int BYTES = 150_000;
    private static final Pattern OURS =
            Pattern.compile("# HELP (ecom_gateway|http_server|release_gate|resilience4j)\\S* .*");

    @Autowired
    Operations operations;

    @Test
    void staysSmallAndSaysWhatEachOfItsMetersMeans() throws Exception {
        for (var routed : operations.all()) {
            var operation = routed.operation();
            var path =
                    operation.path().replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
            send(request(path).method(operation.method().name(), BodyPublishers.noBody()));
        }
        await().untilAsserted(() ->
                assertThat(scrape()).contains("uri=\"/api/search/suggestions\"", "target=\"order-service\""));

        var scrape = scrape();
        var all = new SoftAssertions();
        all.assertThat(scrape.length()).isLessThan(BYTES);
        all.assertThat(scrape).contains("ecom_gateway_requests_seconds_bucket", "le=\"0.25\"");
        all.assertThat(scrape).contains("resilience4j_circuitbreaker_state{");
        all.assertThat(scrape.lines().filter(it -> OURS.matcher(it).matches() && it.split(" ", 4)[3].isBlank()))
                .isEmpty();
        all.assertThat(scrape.lines().filter(it -> it.matches(".*[0-9a-f]{8}-[0-9a-f]{4}-.*")))
                .isEmpty();
        all.assertAll();
    }

    private String scrape() throws Exception {
        return send(HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d/actuator/prometheus".formatted(managementPort))))
                .body();
    }
}
