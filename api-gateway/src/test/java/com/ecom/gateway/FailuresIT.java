package com.ecom.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.ecom.test.TestIssuer;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class FailuresIT extends GatewayScenario {

    private final String product = "/api/products/" + UUID.randomUUID();
    private final String order = "/api/orders/" + UUID.randomUUID() + "/cancel";

    @Test
    void aServiceThatIsDownMayBeAskedAgainSoon() throws Exception {
        var answer = send(request("/api/notifications", TestIssuer.customer()));

        refused(answer, 503, "DOWNSTREAM_UNAVAILABLE");
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isPositive();
        assertThat(answer.body()).doesNotContain("127.0.0.1").doesNotContain("Exception");
    }

    @Test
    void nobodyWaitsForeverForASlowService() throws Exception {
        var enough = new CountDownLatch(1);
        upstream.answers("/api/search/suggestions", _ -> await(enough));
        try {
            refused(send(request("/api/search/suggestions?q=slow")), 504, "DOWNSTREAM_TIMEOUT");
            assertThat(upstream.received("/api/search/suggestions").stream().filter(it -> "q=slow".equals(it.query())))
                    .hasSize(1);
        } finally {
            enough.countDown();
            upstream.answers("/api/search/suggestions", exchange -> exchange.sendResponseHeaders(200, -1));
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void asksOnceMoreForWhatOnlyReads() throws Exception {
        upstream.answers(product, _ -> {});

        refused(send(request(product)), 502, "DOWNSTREAM_BROKEN");
        assertThat(upstream.received(product)).hasSize(2);
    }

    @Test
    void sendsWhatWritesOnceWhateverHappens() throws Exception {
        upstream.answers(order, _ -> {});

        refused(send(request(order, TestIssuer.customer()).POST(json("{}"))), 502, "DOWNSTREAM_BROKEN");
        assertThat(upstream.received(order)).hasSize(1);
    }

    /** Nothing of what the service said of it may look like a part of the refusal. */
    @Test
    void aShortAnswerThatBreaksOffIsAClearFailure() throws Exception {
        upstream.answers(product, exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"7\"");
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write(new byte[10]);
            exchange.getResponseBody().flush();
        });
        var answer = send(request(product));

        refused(answer, 502, "DOWNSTREAM_BROKEN");
        assertThat(answer.headers().firstValue("ETag")).isEmpty();
        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
    }

    @Test
    void aLongAnswerThatBreaksOffIsNeverTakenForAWholeOne() {
        upstream.answers(product, exchange -> {
            exchange.sendResponseHeaders(200, 1_000_000);
            exchange.getResponseBody().write(new byte[100_000]);
            exchange.getResponseBody().flush();
        });

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> send(request(product)));
    }

    @Test
    void passesOnWhatAServiceSaysOfItsOwnFailure() throws Exception {
        upstream.answers(product, exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "30");
            exchange.sendResponseHeaders(503, -1);
        });
        var answer = send(request(product));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("30");
        assertThat(upstream.received(product)).hasSize(1);
    }

    @Test
    void notesWhatCameOfARequestAndNothingThatTheCallerWrote(CapturedOutput output) throws Exception {
        var id = UUID.randomUUID().toString();
        var caller = TestIssuer.customer();
        send(request(product + "?email=ada@example.com").header("X-Correlation-Id", id));
        send(request("/api/notifications?secret=7", caller));

        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(output)
                        .containsPattern("%s.*GET /api/products/\\{productId} 200 OK \\d+ ms".formatted(id))
                        .containsPattern("GET /api/notifications 503 SERVICE_UNAVAILABLE \\d+ ms"));
        assertThat(output)
                .doesNotContain("ada@example.com")
                .doesNotContain("secret=7")
                .doesNotContain(product)
                .doesNotContain(caller.token());
    }

    @Test
    void notesWhomSomethingWasRefusedIfATokenSaysSo(CapturedOutput output) throws Exception {
        var caller = TestIssuer.customer();
        refused(send(request("/api/admin/inventory/SKU-1", caller)), 403, "FORBIDDEN");
        refused(send(request("/api/orders")), 401, "AUTH_TOKEN_MISSING");

        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(output)
                        .containsPattern(
                                "GET /api/admin/inventory/\\{sku} 403 FORBIDDEN \\d+ ms, refused to " + caller.id())
                        .containsPattern("GET /api/orders 401 UNAUTHORIZED \\d+ ms, refused to somebody unknown"));
    }
}
