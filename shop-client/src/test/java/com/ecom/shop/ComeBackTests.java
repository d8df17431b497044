package com.ecom.shop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A shop that is busy at first, and then is not. */
class ComeBackTests {

    private final List<String> keys = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private volatile int status = 503;
    private volatile String retryAfter = "1";
    private volatile String code = "BUSY";

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void whoeverOrdersComesBackUnderTheSameKeyWhenAShopIsBusy() {
        var answer = Gateway.at(address()).postOnce("/api/orders", Map.of(), "a-key");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(keys).containsExactly("a-key", "a-key");
    }

    @Test
    void aShopThatIsAwayIsNoBusyOne() {
        code = "UNAVAILABLE";

        assertThat(Gateway.at(address())
                        .postOnce("/api/orders", Map.of(), "a-key")
                        .status())
                .isEqualTo(503);
    }

    @ParameterizedTest
    @CsvSource({"503, 7, 7", "429, 2, 2", "503, soon,", "503, -1,", "500, 7,"})
    void onlyWhoeverIsToldHowLongWaits(int status, String retryAfter, @Nullable Long seconds) throws Exception {
        this.status = status;
        this.retryAfter = retryAfter;

        assertThat(ComeBack.pauseIn(asked()))
                .isEqualTo(Optional.ofNullable(seconds).map(Duration::ofSeconds));
    }

    private HttpResponse<Void> asked() throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address())).build(), BodyHandlers.discarding());
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange asked) throws IOException {
        keys.add(String.valueOf(asked.getRequestHeaders().getFirst("Idempotency-Key")));
        var now = keys.size() == 1 ? status : 201;
        asked.getResponseHeaders().set("Retry-After", retryAfter);
        var body = "{\"code\":\"%s\"}".formatted(code).getBytes(UTF_8);
        asked.sendResponseHeaders(now, body.length);
        asked.getResponseBody().write(body);
        asked.close();
    }
}
