package com.ecom.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.test.TestIssuer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Two orders at once are let in here, and four requests wait for a service or for what is done with webhooks. */
class SheddingIT extends StrictGatewayScenario {

    private static final String ORDERS = "/api/orders";
    private static final String WEBHOOK = "/api/payments/webhooks/stripe";

    @Test
    void ordersThatCannotBeAnsweredInTimeAreRefusedAtOnceAndNothingElseIs() throws Exception {
        assertThat(metric("ecom_gateway_shed_total")).isNotEmpty();
        assertThat(metric("ecom_gateway_limit")).endsWith(" 2.0");
        var enough = new CountDownLatch(1);
        var arrived = new CountDownLatch(2);
        upstream.answers(ORDERS, exchange -> {
            if (exchange.getRequestMethod().equals("POST")) {
                arrived.countDown();
                wait(enough);
            }
            exchange.sendResponseHeaders(200, -1);
        });
        var waiting = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        try {
            for (int order = 0; order < 2; order++) {
                waiting.add(CompletableFuture.supplyAsync(this::order));
            }
            assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();
            var before = upstream.received(ORDERS).size();

            var refused = order();
            refused(refused, 503, "DOWNSTREAM_BUSY");
            assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                    .isBetween(1L, 3L);
            assertThat(upstream.received(ORDERS)).hasSize(before);
            assertThat(metric("ecom_gateway_under_way")).endsWith(" 2.0");

            assertThat(send(from(address(), ORDERS, TestIssuer.customer())).statusCode())
                    .isEqualTo(200);
            assertThat(webhook().statusCode()).isEqualTo(200);
        } finally {
            enough.countDown();
        }
        assertThat(waiting).allSatisfy(it -> assertThat(it.join().statusCode()).isEqualTo(200));
        assertThat(order().statusCode()).isEqualTo(200);
        assertThat(metric("ecom_gateway_under_way")).endsWith(" 0.0");
        upstream.answers(ORDERS, Upstream::fine);
    }

    @Test
    void shoppersWhoAskForTheirPaymentsNeverKeepOutWhatProvidersTell() throws Exception {
        var payment = "/api/payments/orders/" + UUID.randomUUID();
        var enough = new CountDownLatch(1);
        var arrived = new CountDownLatch(4);
        upstream.answers(payment, exchange -> {
            arrived.countDown();
            wait(enough);
            exchange.sendResponseHeaders(200, -1);
        });
        var waiting = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        try {
            for (int shopper = 0; shopper < 4; shopper++) {
                waiting.add(CompletableFuture.supplyAsync(() -> sent(from(address(), payment, TestIssuer.customer()))));
            }
            assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();
            refused(sent(from(address(), payment, TestIssuer.customer())), 503, "DOWNSTREAM_BUSY");

            assertThat(webhook().statusCode()).isEqualTo(200);
        } finally {
            enough.countDown();
        }
        waiting.forEach(CompletableFuture::join);
    }

    @Test
    void aServiceThatIsBusyIsLeftAloneForAMomentAndWhatProvidersTellGoesOn() throws Exception {
        upstream.answers(ORDERS, exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "7");
            exchange.getResponseHeaders().set("X-Busy", "orders");
            exchange.sendResponseHeaders(503, -1);
        });
        try {
            await().until(() -> {
                assertThat(order().headers().firstValue("Retry-After")).isPresent();
                var before = upstream.received(ORDERS).size();
                return order().body().contains("DOWNSTREAM_BUSY")
                        && webhook().statusCode() == 200
                        && upstream.received(ORDERS).size() == before;
            });
        } finally {
            upstream.answers(ORDERS, Upstream::fine);
        }
        await().until(() -> order().statusCode() == 200);
        assertThat(metric("ecom_gateway_limit")).endsWith(" 2.0");
    }

    @Test
    void whatFailsForOneCallerIsAskedForTheNext() throws Exception {
        upstream.answers(ORDERS, exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "7");
            exchange.sendResponseHeaders(503, -1);
        });
        try {
            var before = upstream.received(ORDERS).size();
            for (int i = 0; i < 3; i++) {
                assertThat(order().statusCode()).isEqualTo(503);
            }
            assertThat(upstream.received(ORDERS)).hasSize(before + 3);
        } finally {
            upstream.answers(ORDERS, Upstream::fine);
        }
    }

    private HttpResponse<String> order() {
        return sent(from(address(), ORDERS, TestIssuer.customer())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));
    }

    private HttpResponse<String> webhook() {
        return sent(from(address(), WEBHOOK).POST(BodyPublishers.ofString("{}")));
    }

    private static HttpResponse<String> sent(HttpRequest.Builder request) {
        try {
            return send(request);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private String metric(String name) throws Exception {
        var scrape = send(HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d/actuator/prometheus".formatted(managementPort))))
                .body();
        return scrape.lines()
                .filter(it -> it.startsWith(name + "{"))
                .findFirst()
                .orElse("");
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
