package com.ecom.core.calling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

class KeptConnectionsTests {

    private final Set<Integer> clientPorts = ConcurrentHashMap.newKeySet();
    private final AtomicInteger asked = new AtomicInteger();
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
                        exchange.sendResponseHeaders(302, -1);
                    }
                    case "/busy" -> exchange.sendResponseHeaders(503, -1);
                    case "/hangs-up" -> {}
                    default -> exchange.sendResponseHeaders(204, -1);
                }
            }
        });
        server.start();
        client = RestClient.builder()
                .baseUrl("http://127.0.0.1:" + server.getAddress().getPort())
                .defaultStatusHandler(_ -> true, (_, _) -> {})
                .requestFactory(KeptConnections.within(Duration.ofSeconds(2), Duration.ofSeconds(5), 4))
                .build();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void oneConnectionServesCallersWhoComeOneAfterTheOther() {
        for (int i = 0; i < 5; i++) {
            assertThat(statusOf("/")).isEqualTo(204);
        }
        assertThat(clientPorts).hasSize(1);
    }

    @Test
    void nobodyLeadsACallElsewhere() {
        assertThat(statusOf("/elsewhere")).isEqualTo(302);
        assertThat(asked).hasValue(1);
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
