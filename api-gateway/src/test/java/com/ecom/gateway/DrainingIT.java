package com.ecom.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.ecom.core.security.AccessPolicy;
import com.ecom.test.TestIssuer;
import com.ecom.test.TestServers;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;

class DrainingIT {

    private final Upstream upstream = new Upstream();
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void whoWasLetInIsAnsweredBeforeTheGatewayEndsAndNobodyElseIsLetIn() throws Exception {
        var arrived = new CountDownLatch(1);
        var enough = new CountDownLatch(1);
        upstream.answers("/api/products", exchange -> {
            arrived.countDown();
            wait(enough);
            exchange.sendResponseHeaders(200, -1);
        });
        var gateway = new SpringApplicationBuilder(ApiGatewayApplication.class)
                .properties("ecom.auth.url=http://127.0.0.1:1", "ecom.tokens.keys=" + TestIssuer.keysUrl())
                .run(settings());
        var port = gateway.getEnvironment().getRequiredProperty("local.server.port");
        var products = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%s/api/products".formatted(port)))
                .build();

        var letIn = http.sendAsync(products, BodyHandlers.ofString());
        assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
        var end = CompletableFuture.runAsync(gateway::close);
        await().untilAsserted(() -> assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(() -> HttpClient.newHttpClient().send(products, BodyHandlers.ofString())));
        assertThat(letIn).isNotDone();
        enough.countDown();

        assertThat(letIn.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        end.get(20, TimeUnit.SECONDS);
    }

    @Test
    void beforeItEndsItSaysSoAndAsksCallersToComeBackOnAnotherConnection() throws Exception {
        var gateway = new SpringApplicationBuilder(ApiGatewayApplication.class)
                .properties("ecom.auth.url=http://127.0.0.1:1", "ecom.tokens.keys=" + TestIssuer.keysUrl())
                .run(settings("--ecom.draining.for=2s"));
        var port = gateway.getEnvironment().getRequiredProperty("local.server.port");
        var products = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%s/api/products".formatted(port)))
                .build();
        var before = http.send(products, BodyHandlers.ofString());
        assertThat(before.statusCode()).isEqualTo(200);
        assertThat(before.headers().firstValue("Connection")).isEmpty();

        var end = CompletableFuture.runAsync(gateway::close);

        await().untilAsserted(() -> {
            var during = http.send(products, BodyHandlers.ofString());
            assertThat(during.statusCode()).isEqualTo(200);
            assertThat(during.headers().firstValue("Connection")).hasValue("close");
        });
        end.get(20, TimeUnit.SECONDS);
        assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(() -> HttpClient.newHttpClient().send(products, BodyHandlers.ofString()));
    }

    private String[] settings(String... more) {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(
                                "--server.port=0",
                                "--management.server.port=0",
                                "--spring.data.redis.port=1",
                                "--spring.kafka.bootstrap-servers="
                                        + TestServers.chosen().kafka()),
                        java.util.stream.Stream.concat(
                                java.util.Arrays.stream(more),
                                AccessPolicy.load().operations().keySet().stream()
                                        .map(it -> "--ecom.services.%s.url=%s".formatted(it, upstream.url()))))
                .toArray(String[]::new);
    }

    private static void wait(CountDownLatch latch) throws IOException {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
