package com.ecom.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.ecom.core.security.AccessPolicy.Operation;
import com.ecom.gateway.policy.RoutedOperation;
import com.ecom.gateway.problems.Refused;
import com.ecom.gateway.settings.GatewayProperties;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPatternParser;

class BodyLimitTests {

    private static final RoutedOperation ANY = post("/api/orders");
    private static final RoutedOperation LARGER = post("/api/admin/images");

    private final BodyLimit limit = new BodyLimit(new GatewayProperties(
            Map.of(),
            Map.of(),
            new GatewayProperties.Cors(List.of()),
            new GatewayProperties.Http(DataSize.ofBytes(10), Map.of("POST /api/admin/images", DataSize.ofBytes(100))),
            new GatewayProperties.HighRisk(Duration.ofSeconds(1))));

    @Test
    void refusesWhatAnnouncesToBeTooLarge() {
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> limit.on(announcing(11), ANY));
        assertThatCode(() -> limit.on(announcing(10), ANY)).doesNotThrowAnyException();
    }

    @Test
    void letsMoreThroughWhereMoreIsNeeded() {
        assertThatCode(() -> limit.on(announcing(100), LARGER)).doesNotThrowAnyException();
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> limit.on(announcing(101), LARGER));
    }

    @Test
    void countsWhatIsNotAnnounced() {
        assertThat(received(limit.on(unannounced(100), LARGER))).isEqualTo(100);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> received(limit.on(unannounced(101), LARGER)));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> received(limit.on(unannounced(11), ANY)));
    }

    private static ServerWebExchange announcing(int length) {
        return MockServerWebExchange.from(
                MockServerHttpRequest.post("/").contentLength(length).build());
    }

    private static ServerWebExchange unannounced(int length) {
        return MockServerWebExchange.from(MockServerHttpRequest.post("/")
                .header("Transfer-Encoding", "chunked")
                .body("x".repeat(length)));
    }

    private static int received(ServerWebExchange exchange) {
        var body = DataBufferUtils.join(exchange.getRequest().getBody()).block();
        return body == null ? 0 : body.toString(StandardCharsets.UTF_8).length();
    }

    private static RoutedOperation post(String path) {
        return new RoutedOperation(
                "some-service",
                new Operation(HttpMethod.POST, path, Set.of(), false, false, false),
                PathPatternParser.defaultInstance.parse(path));
    }
}
