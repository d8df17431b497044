package com.ecom.core.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
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

class OutwardTests {

    private final AtomicInteger elsewhere = new AtomicInteger();
    private final CountDownLatch enough = new CountDownLatch(1);
    private final RestClient http = RestClient.builder()
            .requestFactory(Outward.requests(Duration.ofSeconds(5), Duration.ofSeconds(1)))
            .build();
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/here", it -> {
            it.sendResponseHeaders(200, 4);
            it.getResponseBody().write("here".getBytes(UTF_8));
            it.close();
        });
        server.createContext("/elsewhere", it -> {
            elsewhere.incrementAndGet();
            it.sendResponseHeaders(200, -1);
        });
        server.createContext("/sent", it -> {
            it.getResponseHeaders().set("Location", at("/elsewhere").toString());
            it.sendResponseHeaders(Integer.parseInt(it.getRequestURI().getQuery()), -1);
        });
        server.createContext("/slow", it -> {
            try {
                enough.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            it.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        enough.countDown();
        server.stop(0);
    }

    @Test
    void asksWhereItIsTold() {
        assertThat(http.get().uri(at("/here")).retrieve().body(String.class)).isEqualTo("here");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void whoIsSentElsewhereDoesNotGoThereAndHasNoAnswer(int status) {
        assertThatExceptionOfType(ResourceAccessException.class)
                .isThrownBy(
                        () -> http.get().uri(at("/sent?" + status)).retrieve().toBodilessEntity());
        assertThatExceptionOfType(ResourceAccessException.class)
                .isThrownBy(() -> http.post()
                        .uri(at("/sent?" + status))
                        .body("secret")
                        .retrieve()
                        .toBodilessEntity());
        assertThat(elsewhere).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307})
    void keysAreFetchedFromNowhereElse(int status) {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Outward.keys(2_000, 64 * 1024)
                        .retrieveResource(at("/sent?" + status).toURL()));
        assertThat(elsewhere).hasValue(0);
    }

    @Test
    void nobodyWaitsForEver() {
        assertThatExceptionOfType(ResourceAccessException.class)
                .isThrownBy(() -> http.get().uri(at("/slow")).retrieve().toBodilessEntity());
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path));
    }
}
