package com.ecom.gateway.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.core.security.Caller;
import com.ecom.gateway.GatewayScenario;
import com.ecom.gateway.Upstream;
import com.ecom.gateway.observation.Traces;
import com.ecom.gateway.problems.Unavailable;
import com.ecom.gateway.settings.GatewayProperties;
import com.ecom.test.TestIssuer;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.tracing.propagation.Propagator;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.util.unit.DataSize;
import reactor.netty.http.client.HttpClient;

class OnlineCheckTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    @Test
    void nobodyPassesWhileTheIssuerIsAwayAndNobodyHasToWait() {
        var issuer = new Upstream();
        issuer.answers(GatewayScenario.VALIDATE, GatewayScenario::believe);
        var check = checkAt(issuer.url());
        issuer.close();

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> check.check(exchange(), new Caller(UUID.randomUUID(), Set.of(Role.ADMIN), null))
                        .block(TIMEOUT))
                .satisfies(it -> assertThat(it.code()).isEqualTo("AUTH_VALIDATION_UNAVAILABLE"));
    }

    private static OnlineCheck checkAt(String issuer) {
        var services = Map.of("auth-service", new GatewayProperties.Service(URI.create(issuer), TIMEOUT));
        var properties = new GatewayProperties(
                services,
                Map.of(),
                new GatewayProperties.Cors(List.of()),
                new GatewayProperties.Http(DataSize.ofMegabytes(1), Map.of()),
                new GatewayProperties.HighRisk(TIMEOUT));
        var untraced = new Traces(new StaticListableBeanFactory().getBeanProvider(Propagator.class));
        return new OnlineCheck(HttpClient.create(), properties, untraced, CircuitBreakerRegistry.ofDefaults());
    }

    private static MockServerWebExchange exchange() {
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.post("/api/admin/products")
                .header(
                        "Authorization",
                        "Bearer " + TestIssuer.bearer(Role.ADMIN).token()));
        exchange.getResponse()
                .getHeaders()
                .set("X-Correlation-Id", UUID.randomUUID().toString());
        return exchange;
    }
}
