package com.ecom.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.test.TestIssuer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An operation is left alone for a second once half of at least ten calls failed, of callers from three networks or more;
 * four may wait for a service. A request without an address comes from another network each time.
 */
class ResilienceIT extends StrictGatewayScenario {

    private static final int ENOUGH_TO_JUDGE = 20;
    private static final int TRIES = 5;

    private final AtomicInteger networks = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void whoFailsIsLeftAloneAndThenTriedAgain(int status) throws Exception {
        // Each status has an operation of its own.
        var path = switch (status) {
            case 500 -> "/api/orders/%s";
            case 502 -> "/api/orders/%s/timeline";
            case 503 -> "/api/reviews/mine";
            default -> "/api/users/me/addresses";
        };
        var it = path.formatted(UUID.randomUUID());
        upstream.answers(it, exchange -> exchange.sendResponseHeaders(status, -1));
        ask(it, ENOUGH_TO_JUDGE);
        var asked = upstream.received(it).size();

        var refused = askOnce(it);
        refused(refused, 503, "DOWNSTREAM_UNAVAILABLE");
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(upstream.received(it)).hasSize(asked);

        upstream.answers(it, exchange -> exchange.sendResponseHeaders(200, -1));
        await().untilAsserted(() -> assertThat(askOnce(it).statusCode()).isEqualTo(200));
    }

    @Test
    void whoIsBackIsBelievedHoweverSeldomAnybodyAsks() throws Exception {
        var path = "/api/users/me/preferences";
        upstream.answers(path, exchange -> exchange.sendResponseHeaders(500, -1));
        ask(path, ENOUGH_TO_JUDGE);
        refused(askOnce(path), 503, "DOWNSTREAM_UNAVAILABLE");

        upstream.answers(path, exchange -> exchange.sendResponseHeaders(200, -1));
        await().until(() -> askOnce(path).statusCode() == 200);
        await().pollInterval(Duration.ofMillis(700))
                .during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(8))
                .until(() -> askOnce(path).statusCode() == 200);
    }

    @Test
    void triesFromBeforeItWasBackDoNotCountAgainstIt() throws Exception {
        var path = "/api/users/me/wishlist";
        upstream.answers(path, exchange -> exchange.sendResponseHeaders(500, -1));
        ask(path, ENOUGH_TO_JUDGE);
        var most = upstream.received(path).size() + TRIES / 2 + 1;
        await().until(() -> {
            askOnce(path);
            return upstream.received(path).size() >= most;
        });

        upstream.answers(path, exchange -> exchange.sendResponseHeaders(200, -1));
        await().until(() -> askOnce(path).statusCode() == 200);
        assertThat(ask(path, ENOUGH_TO_JUDGE)).allMatch(it -> it == 200);
    }

    /** An input that makes the service fail for one caller opens no breaker for others. */
    @ParameterizedTest
    @ValueSource(ints = {0, 500, 502, 503, 504})
    void oneCallerAloneNeverShutsAnOperationForOthers(int status) throws Exception {
        // Each has an operation of its own; 0 breaks off.
        var path = switch (status) {
            case 0 -> "/api/products/" + UUID.randomUUID();
            case 500 -> "/api/search/suggestions";
            case 502 -> "/api/categories";
            case 503 -> "/api/reviews";
            default -> "/api/reviews/summary";
        };
        upstream.answers(path, exchange -> {
            if (!"bad".equals(exchange.getRequestURI().getRawQuery())) {
                exchange.sendResponseHeaders(200, -1);
            } else if (status > 0) {
                exchange.sendResponseHeaders(status, -1);
            }
        });
        var attacker = address();
        for (int call = 0; call < ENOUGH_TO_JUDGE; call++) {
            var neighbour = attacker.replaceAll("\\d+$", Integer.toString(call));
            send(from(neighbour, path + "?bad", TestIssuer.customer()));
            if (call % 4 == 0) {
                assertThat(askOnce(path).statusCode()).isEqualTo(200);
            }
        }
        assertThat(ask(path, ENOUGH_TO_JUDGE)).allMatch(it -> it == 200);
        upstream.answers(path, Upstream::fine);
    }

    /** As a caller does whose request body never ends. */
    @Test
    void oneCallerAloneNeverShutsAnOperationByBeingSlow() throws Exception {
        var path = "/api/search/products";
        var enough = new CountDownLatch(1);
        upstream.answers(path, exchange -> {
            if ("slow".equals(exchange.getRequestURI().getRawQuery())) {
                wait(enough);
            }
            exchange.sendResponseHeaders(200, -1);
        });
        var attacker = address();
        for (int call = 0; call < ENOUGH_TO_JUDGE / 2 + 2; call++) {
            refused(send(from(attacker, path + "?slow")), 504, "DOWNSTREAM_TIMEOUT");
        }
        assertThat(ask(path, ENOUGH_TO_JUDGE)).allMatch(it -> it == 200);
        enough.countDown();
    }

    @Test
    void oneCallerAloneDoesNotKeepItShut() throws Exception {
        var path = "/api/users/me/profile";
        upstream.answers(path, exchange -> exchange.sendResponseHeaders(500, -1));
        ask(path, ENOUGH_TO_JUDGE);
        refused(askOnce(path), 503, "DOWNSTREAM_UNAVAILABLE");

        upstream.answers(
                path,
                exchange -> exchange.sendResponseHeaders(
                        "bad".equals(exchange.getRequestURI().getRawQuery()) ? 500 : 200, -1));
        var attacker = address();
        await().until(() -> {
            send(from(attacker, path + "?bad", TestIssuer.customer()));
            return askOnce(path).statusCode() == 200;
        });
        for (int call = 0; call < ENOUGH_TO_JUDGE; call++) {
            send(from(attacker, path + "?bad", TestIssuer.customer()));
            assertThat(askOnce(path).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whatACallerDidWrongIsNotTheServicesFault() throws Exception {
        var path = "/api/inventory/" + UUID.randomUUID();
        upstream.answers(path, exchange -> exchange.sendResponseHeaders(422, -1));

        assertThat(ask(path, ENOUGH_TO_JUDGE)).allMatch(it -> it == 422);
    }

    @Test
    void aServiceThatSaysWhenToComeBackHasNotFailed() throws Exception {
        var reachable = "/api/search/products";
        upstream.answers(reachable, exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "5");
            exchange.sendResponseHeaders(503, -1);
        });
        var before = upstream.received(reachable).size();
        for (int call = 0; call < ENOUGH_TO_JUDGE; call++) {
            assertThat(send(from(address(), reachable)).headers().firstValue("Retry-After"))
                    .hasValue("5");
        }
        assertThat(upstream.received(reachable)).hasSize(before + ENOUGH_TO_JUDGE);
        upstream.answers(reachable, exchange -> exchange.sendResponseHeaders(200, -1));
    }

    @Test
    void noMoreThanSoManyWaitForOneService() throws Exception {
        var path = "/api/admin/inventory/" + UUID.randomUUID();
        var enough = new CountDownLatch(1);
        var arrived = new CountDownLatch(4);
        upstream.answers(path, exchange -> {
            arrived.countDown();
            wait(enough);
            exchange.sendResponseHeaders(200, -1);
        });
        var waiting = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        try {
            for (int caller = 0; caller < 4; caller++) {
                waiting.add(CompletableFuture.supplyAsync(() -> askAsStaff(path)));
            }
            assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();

            var refused = askAsStaff(path);
            refused(refused, 503, "DOWNSTREAM_BUSY");
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        } finally {
            enough.countDown();
        }
        assertThat(waiting).allSatisfy(it -> assertThat(it.join().statusCode()).isEqualTo(200));
        assertThat(askAsStaff(path).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> askAsStaff(String path) {
        try {
            return send(from(address(), path, TestIssuer.bearer(com.ecom.core.security.AccessPolicy.Role.ADMIN)));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private HttpResponse<String> askOnce(String path) throws Exception {
        return send(from("203.%d.113.7".formatted(networks.incrementAndGet()), path, TestIssuer.customer()));
    }

    private java.util.List<Integer> ask(String path, int times) throws Exception {
        var statuses = new ArrayList<Integer>();
        for (int call = 0; call < times; call++) {
            statuses.add(askOnce(path).statusCode());
        }
        return statuses;
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
