package com.ecom.core.outboundhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

class OutboundHttpTests {

    private final Set<Integer> clientPorts = ConcurrentHashMap.newKeySet();
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch enough = new CountDownLatch(1);
    private HttpServer server;
    private RestClient client;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                asked.incrementAndGet();
                clientPorts.add(exchange.getRemoteAddress().getPort());
                switch (exchange.getRequestURI().getPath()) {
                    case "/elsewhere" -> {
                        exchange.getResponseHeaders().add("Location", "/");
                        exchange.sendResponseHeaders(
                                Integer.parseInt(exchange.getRequestURI().getQuery()), -1);
                    }
                    case "/slow" -> enough.await(30, TimeUnit.SECONDS);
                    case "/busy" -> exchange.sendResponseHeaders(503, -1);
                    case "/hangs-up" -> {}
                    default -> exchange.sendResponseHeaders(204, -1);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        client = RestClient.builder()
                .baseUrl("http://127.0.0.1:" + server.getAddress().getPort())
                .defaultStatusHandler(_ -> true, (_, _) -> {})
                .requestFactory(OutboundHttp.requests(Duration.ofSeconds(2), Duration.ofSeconds(1), 4))
                .build();
    }

    @AfterEach
    void close() {
        enough.countDown();
        server.stop(0);
    }

    @Test
    void oneConnectionServesCallersWhoComeOneAfterTheOther() {
        for (int i = 0; i < 5; i++) {
            assertThat(statusOf("/")).isEqualTo(204);
        }
        assertThat(clientPorts).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void whoIsSentElsewhereDoesNotGoThereAndHasNoAnswer(int status) {
        assertThatExceptionOfType(ResourceAccessException.class).isThrownBy(() -> statusOf("/elsewhere?" + status));
        assertThatExceptionOfType(ResourceAccessException.class)
                .isThrownBy(() -> client.post()
                        .uri("/elsewhere?" + status)
                        .body("secret")
                        .retrieve()
                        .toBodilessEntity());
        assertThat(asked).hasValue(2);
    }

    @Test
    void nobodyWaitsForEver() {
        assertThatExceptionOfType(ResourceAccessException.class).isThrownBy(() -> statusOf("/slow"));
    }

    @Test
    void whoIsBusyIsNotAskedAgainWithoutTheCallersKnowledge() {
        assertThat(statusOf("/busy")).isEqualTo(503);
        assertThat(asked).hasValue(1);
    }

    @Test
    void whoHangsUpIsNotAskedAgainWithoutTheCallersKnowledge() {
        assertThatExceptionOfType(ResourceAccessException.class).isThrownBy(() -> statusOf("/hangs-up"));
        assertThat(asked).hasValue(1);
    }

    private int statusOf(String path) {
        return client.get()
                .uri(path)
                .retrieve()
                .toBodilessEntity()
                .getStatusCode()
                .value();
    }
}
