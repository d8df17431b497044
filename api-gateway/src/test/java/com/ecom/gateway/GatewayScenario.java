package com.ecom.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.test.ServiceTest;
import com.ecom.test.TestIssuer;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.time.Duration;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The gateway in front of a stub of all services; two are down and one has a short timeout. */
@ServiceTest
@TestPropertySource(
        properties = {
            "ecom.traffic.profile=trial",
            "ecom.frontend-flags.admin-console-enabled=true",
            "ecom.release-gate.secrets=" + GatewayScenario.SECRET
        })
public abstract class GatewayScenario {

    /** The operation of auth-service that validates a session. */
    public static final String VALIDATE = "/api/auth/validate";

    protected static final String SECRET = "only-for-tests-only-for-tests-only-for-tests";
    protected static final Upstream upstream = new Upstream();
    protected static final Set<String> DOWN = Set.of("notification-service", "cart-service");

    static {
        upstream.answers(VALIDATE, GatewayScenario::believe);
    }

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Value("${local.server.port}")
    int port;

    @Value("${local.management.port}")
    int managementPort;

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry registry) {
        for (var service :
                com.ecom.core.security.AccessPolicy.load().operations().keySet()) {
            registry.add(
                    "ecom.services.%s.url".formatted(service),
                    () -> DOWN.contains(service) ? "http://127.0.0.1:11" : upstream.url());
        }
        registry.add("ecom.services.search-service.timeout", () -> "400ms");
        // Without it a trace would not be carried on, either.
        registry.add("management.tracing.export.enabled", () -> "true");
        registry.add("management.tracing.export.zipkin.enabled", () -> "false");
        registry.add("ecom.cors.origins", () -> "https://shop.example");
    }

    /** The response of auth-service for an active session. */
    public static void believe(HttpExchange asked) throws IOException {
        var said = "{\"active\":true,\"subject\":\"%s\"}".formatted(subjectOf(asked));
        Upstream.answer(asked, 200, said);
    }

    private static String subjectOf(HttpExchange asked) throws IOException {
        try {
            var token = asked.getRequestHeaders().getFirst("Authorization").substring("Bearer ".length());
            return SignedJWT.parse(token).getJWTClaimsSet().getSubject();
        } catch (ParseException e) {
            throw new IOException(e);
        }
    }

    protected HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)));
    }

    protected HttpRequest.Builder request(String path, TestIssuer.Bearer caller) {
        return request(path).header("Authorization", "Bearer " + caller.token());
    }

    protected static HttpRequest.BodyPublisher json(String body) {
        return BodyPublishers.ofString(body);
    }

    protected static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.timeout(Duration.ofSeconds(10)).build(), BodyHandlers.ofString());
    }

    /** Every refusal of the gateway has this form. */
    protected static JsonNode refused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        var problem = JSON.readTree(answer.body());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("code").asString()).isEqualTo(code);
        assertThat(problem.path("type").asString()).startsWith("/problems/");
        assertThat(problem.path("correlationId").asString())
                .isEqualTo(answer.headers().firstValue("X-Correlation-Id").orElseThrow());
        isSafeForBrowsers(answer);
        return problem;
    }

    protected static void isSafeForBrowsers(HttpResponse<?> answer) {
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'");
    }
}
