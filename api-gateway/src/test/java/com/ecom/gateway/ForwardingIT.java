package com.ecom.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.test.TestIssuer;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardingIT extends GatewayScenario {

    private static final int LIMIT = 1024 * 1024;

    private final String product = "/api/products/" + UUID.randomUUID();
    private final String order = "/api/orders/" + UUID.randomUUID() + "/cancel";

    @Test
    void carriesRequestAndAnswerUnchanged() throws Exception {
        var caller = TestIssuer.customer();
        upstream.answers(order, exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"7\"");
            exchange.getResponseHeaders().set("Cache-Control", "max-age=60");
            exchange.sendResponseHeaders(409, 0);
            exchange.getResponseBody().write("{\"code\":\"NOT_NOW\"}".getBytes(UTF_8));
        });
        var answer = send(request(order + "?because=it%20rains&n=1", caller)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"6\"")
                .header("Idempotency-Key", "k-1")
                .POST(json("{\"reason\":\"rain\"}")));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).isEqualTo("{\"code\":\"NOT_NOW\"}");
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"7\"");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("max-age=60");
        isSafeForBrowsers(answer);
        var received = upstream.received(order).getFirst();
        assertThat(received.query()).isEqualTo("because=it%20rains&n=1");
        assertThat(received.body()).isEqualTo("{\"reason\":\"rain\"}");
        assertThat(received.headers().getFirst("If-Match")).isEqualTo("\"6\"");
        assertThat(received.headers().getFirst("Idempotency-Key")).isEqualTo("k-1");
        assertThat(received.headers().getFirst("Authorization")).isEqualTo("Bearer " + caller.token());
    }

    @Test
    void keepsACorrelationIdThatIsAUuidThroughout() throws Exception {
        var id = UUID.randomUUID().toString();
        var answer = send(request(product).header("X-Correlation-Id", id));

        assertThat(answer.headers().allValues("X-Correlation-Id")).containsExactly(id);
        assertThat(upstream.received(product).getFirst().headers().get("X-Correlation-Id"))
                .containsExactly(id);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mine", "${jndi:ldap://x}", "0198c0de-0000-7000-8000-00000000c001 evil"})
    void replacesACorrelationIdThatIsNone(String id) throws Exception {
        var answer = send(request(product).header("X-Correlation-Id", id));
        var given = answer.headers().firstValue("X-Correlation-Id").orElseThrow();

        assertThat(UUID.fromString(given)).hasToString(given);
        assertThat(upstream.received(product).getFirst().headers().get("X-Correlation-Id"))
                .containsExactly(given);
    }

    @Test
    void nothingACallerSaysLooksLikeOurWord() throws Exception {
        var forged = Map.of(
                "Forwarded", "for=10.0.0.1",
                "X-Forwarded-Host", "evil.example",
                "X-Forwarded-Anything", "1",
                "X-Real-IP", "10.0.0.1",
                "X-User-Id", "1",
                "x-internal-call", "yes",
                "Cookie", "session=1");
        var request = request(product);
        forged.forEach(request::header);
        send(request.header("X-Api-Version", "v1"));

        var received = upstream.received(product).getFirst().headers();
        assertThat(forged.keySet())
                .allSatisfy(it -> assertThat(received.containsKey(it)).as(it).isFalse());
    }

    @Test
    void tellsServicesWhereTheRequestComesFromWhateverTheCallerSays() throws Exception {
        send(request(product).header("X-Forwarded-For", "203.0.113.7"));

        assertThat(upstream.received(product).getFirst().headers().get("X-Forwarded-For"))
                .containsExactly("127.0.0.1");
    }

    @Test
    void continuesTheTraceOfTheCaller() throws Exception {
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        send(request(product).header("traceparent", "00-%s-00f067aa0ba902b7-01".formatted(trace)));

        assertThat(upstream.received(product).getFirst().headers().get("traceparent"))
                .singleElement()
                .asString()
                .startsWith("00-" + trace + "-")
                .doesNotContain("00f067aa0ba902b7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "v1"})
    void speaksVersionOne(String version) throws Exception {
        assertThat(send(request(product).header("X-API-Version", version)).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "v2", "V1", "", "1,2"})
    void speaksNoOtherVersion(String version) throws Exception {
        refused(send(request(product).header("X-API-Version", version)), 400, "API_VERSION_MISMATCH");
        assertThat(upstream.received(product)).isEmpty();
    }

    @Test
    void providersNeedNotKnowOurVersions() throws Exception {
        var answer = send(request("/api/payments/webhooks/simulator")
                .header("X-API-Version", "2026-01")
                .POST(json("{}")));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void refusesABodyThatAnnouncesToBeTooLarge() throws Exception {
        refused(
                send(request(order, TestIssuer.customer()).POST(json("x".repeat(LIMIT + 1)))),
                413,
                "CONTENT_TOO_LARGE");
        assertThat(upstream.received(order)).isEmpty();
    }

    @Test
    void refusesABodyThatTurnsOutToBeTooLarge() throws Exception {
        refused(send(request(order, TestIssuer.customer()).POST(unannounced(LIMIT + 1))), 413, "CONTENT_TOO_LARGE");
        assertThat(upstream.received(order)).isEmpty();
    }

    @Test
    void carriesBodiesUpToTheLimit() throws Exception {
        assertThat(send(request(order, TestIssuer.customer()).POST(unannounced(LIMIT)))
                        .statusCode())
                .isEqualTo(200);
        assertThat(upstream.received(order).getFirst().body()).hasSize(LIMIT);
    }

    private static HttpRequest.BodyPublisher unannounced(int length) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[length]));
    }

    @Test
    void pagesOfListedSitesMayCall() throws Exception {
        var preflight = send(request(order)
                .header("Origin", "https://shop.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,x-api-version")
                .method("OPTIONS", BodyPublishers.noBody()));
        assertThat(preflight.statusCode()).isEqualTo(200);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                .hasValue("https://shop.example");
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();

        var answer = send(request(product).header("Origin", "https://shop.example"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Access-Control-Allow-Origin")).containsExactly("https://shop.example");
        assertThat(upstream.received(order)).isEmpty();
    }

    @Test
    void pagesOfOtherSitesMayNot() throws Exception {
        refused(send(request(product).header("Origin", "https://evil.example")), 403, "ORIGIN_NOT_ALLOWED");
        refused(
                send(request(order)
                        .header("Origin", "https://evil.example")
                        .header("Access-Control-Request-Method", "POST")
                        .method("OPTIONS", BodyPublishers.noBody())),
                403,
                "ORIGIN_NOT_ALLOWED");
        assertThat(upstream.received(product)).isEmpty();
    }

    @Test
    void refusesMoreHeadersThanAnyClientOfOursSends() throws Exception {
        var request = request(product);
        for (int header = 0; header < 101; header++) {
            request.header("X-Some-" + header, "1");
        }
        refused(send(request), 431, "TOO_MANY_HEADERS");
        assertThat(upstream.received(product)).isEmpty();
    }

    @Test
    void refusesLongHeaders() throws Exception {
        var answer = send(request(product).header("X-Long", "x".repeat(17 * 1024)));

        assertThat(answer.statusCode()).isIn(400, 413, 431);
        assertThat(upstream.received(product)).isEmpty();
    }

    @Test
    void refusesTwoTokens() throws Exception {
        var request = request(product, TestIssuer.customer())
                .header("Authorization", "Bearer " + TestIssuer.customer().token());

        refused(send(request), 400, "MALFORMED_REQUEST");
        assertThat(upstream.received(product)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {2_000, 16 * 1024, 16 * 1024 + 1, 300_000})
    void carriesAnswersOfAnyLengthWhole(int length) throws Exception {
        var body = "x".repeat(length);
        upstream.answers(product, exchange -> {
            exchange.sendResponseHeaders(200, length);
            exchange.getResponseBody().write(body.getBytes(UTF_8));
        });
        assertThat(send(request(product)).body()).isEqualTo(body);

        upstream.answers(product, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(body.getBytes(UTF_8));
        });
        assertThat(send(request(product)).body()).isEqualTo(body);
    }

    @Test
    void carriesAnswersWithoutABody() throws Exception {
        for (var status : List.of(204, 202, 304)) {
            upstream.answers(product, exchange -> exchange.sendResponseHeaders(status, -1));
            var answer = send(request(product));

            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.body()).isEmpty();
        }
    }

    @Test
    void carriesAStatusThatNobodyKnows() throws Exception {
        upstream.answers(product, exchange -> exchange.sendResponseHeaders(299, -1));

        assertThat(send(request(product)).statusCode()).isEqualTo(299);
    }

    @Test
    void carriesHeadersThatComeMoreThanOnce() throws Exception {
        upstream.answers(product, exchange -> {
            exchange.getResponseHeaders().add("Link", "</a>");
            exchange.getResponseHeaders().add("Link", "</b>");
            exchange.sendResponseHeaders(200, -1);
        });
        var answer = send(request(product).header("X-Twice", "1").header("X-Twice", "2"));

        assertThat(answer.headers().allValues("Link")).containsExactly("</a>", "</b>");
        assertThat(upstream.received(product).getLast().headers().get("X-Twice"))
                .containsExactly("1", "2");
    }

    @Test
    void servicesHearTheirOwnHostAndWhatTheCallersClientSaysOfItself() throws Exception {
        send(request(product).header("User-Agent", "someones-client/1").header("Accept", "application/json"));

        var received = upstream.received(product).getFirst().headers();
        assertThat(received.get("Host"))
                .containsExactly(URI.create(upstream.url()).getAuthority());
        assertThat(received.get("User-Agent")).containsExactly("someones-client/1");
        assertThat(received.get("Accept")).containsExactly("application/json");
    }

    @Test
    void compressesWhatServicesAnswerForWhoeverUnderstands() throws Exception {
        upstream.answers(product, exchange -> Upstream.answer(exchange, 200, "[%s1]".formatted("1,".repeat(2_000))));
        var answer = send(request(product).header("Accept-Encoding", "gzip"));

        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(answer.body().length()).isLessThan(1_000);
    }

    @Test
    void compressesLongAnswersForWhoeverUnderstands() throws Exception {
        var answer = send(request("/api-docs/order-service").header("Accept-Encoding", "gzip"));

        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(answer.body()).doesNotContain("openapi");
        assertThat(send(request("/api-docs/order-service")).headers().firstValue("Content-Encoding"))
                .isEmpty();
    }
}
