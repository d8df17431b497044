package com.ecom.test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.core.security.AccessPolicy.Operation;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.support.ApplicationObjectSupport;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.ExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests of any operation, by whoever may call it or not, and what every refusal has. */
final class OperationRequests {

    /** Databases compare ids with ASCII only, some take no NUL, and half a character is none. */
    private static final List<String> STRANGE = List.of(
            "e\u0301", "a\u0000b", "\ud83d\ude00", "\u202eevil", "' or '1'='1", "%_\\", "\r\nX: y", "x".repeat(5_000));

    private final Shop shop;

    OperationRequests(Shop shop) {
        this.shop = shop;
    }

    static Operation at(Operation it, String path) {
        return new Operation(it.method(), path, it.allow(), it.owned(), it.highRisk(), it.deadTokenIsNone());
    }

    RestTestClient anAllowedCaller(Operation operation) {
        return operation.isPublic()
                ? shop.anonymously()
                : shop.as(TestIssuer.bearer(operation.allow().iterator().next()));
    }

    ExchangeResult send(RestTestClient caller, Operation operation, String body) {
        var request = caller.method(operation.method())
                .uri(URI.create(shop.baseUrl()
                        + operation
                                .path()
                                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString())))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "\"1\"")
                .accept(MediaType.APPLICATION_JSON, MediaType.APPLICATION_PROBLEM_JSON);
        if (!operation.method().equals(HttpMethod.GET)) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        return request.exchange().returnResult(byte[].class);
    }

    /** Whatever somebody writes there is no failure of the service. */
    void failOnNoTextOf(JsonNode parameter, Operation operation) {
        var name = parameter.path("name").asString();
        for (var strange : STRANGE) {
            var text = name.equals("cursor") ? cursorOf(strange) : encoded(strange);
            var path = parameter.path("in").asString().equals("path")
                    ? operation.path().replace("{" + name + "}", text)
                    : operation.path() + "?" + name + "=" + text;
            var answer = send(anAllowedCaller(operation), at(operation, path), "{}");
            assertThat(answer.getStatus().value()).as(strange).isLessThan(500);
        }
    }

    /** What the service says in {@code ecom.http}. */
    static int mostBytes(Operation operation, ApplicationObjectSupport service) {
        var larger = requireNonNull(service.getApplicationContext())
                .getEnvironment()
                .getProperty("ecom.http.larger[%s]".formatted(nameOf(operation)), DataSize.class);
        return (int) requireNonNullElse(larger, DataSize.ofMegabytes(1)).toBytes();
    }

    static void assertProblem(ExchangeResult answer) {
        assertThat(answer.getResponseHeaders().getContentType())
                .isNotNull()
                .satisfies(it -> assertThat(it.isCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                        .isTrue());
        JsonNode problem = JsonMapper.shared().readTree(answer.getResponseBodyContent());
        assertThat(problem.path("status").asInt()).isEqualTo(answer.getStatus().value());
        assertThat(problem.path("code").asString()).isNotBlank();
        assertThat(problem.path("correlationId").asString())
                .isEqualTo(answer.getResponseHeaders().getFirst("X-Correlation-Id"));
    }

    static String nameOf(Operation it) {
        return it.method() + " " + it.path();
    }

    static String cursorOf(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    static Stream<JsonNode> textsAskedBy(Operation operation, JsonNode document) {
        return document.path("paths")
                .path(operation.path())
                .path(operation.method().name().toLowerCase(Locale.ROOT))
                .path("parameters")
                .valueStream()
                .filter(it -> Set.of("path", "query").contains(it.path("in").asString()));
    }
}
