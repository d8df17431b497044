package com.ecom.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A stub of all services: responds as a test configures, and records the requests. */
public class Upstream {

    private final HttpServer server;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    public Upstream() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:%d".formatted(server.getAddress().getPort());
    }

    public void answers(String path, Answer answer) {
        answers.put(path, answer);
    }

    /** What came for this path, without its query. */
    public List<Request> received(String path) {
        return requests.stream().filter(it -> it.path.equals(path)).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getRawPath();
            var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            requests.add(new Request(
                    exchange.getRequestMethod(),
                    path,
                    exchange.getRequestURI().getRawQuery(),
                    exchange.getRequestHeaders(),
                    body));
            answers.getOrDefault(path, Upstream::fine).to(exchange);
        }
    }

    public static void fine(HttpExchange exchange) throws IOException {
        answer(exchange, 200, "{\"fine\":true}");
    }

    public static void answer(HttpExchange exchange, int status, String json) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        var body = json.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    /** From now on it refuses connections. */
    public void close() {
        server.stop(0);
    }

    /** Closing without an answer breaks the connection. */
    public interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    public record Request(
            String method, String path, @Nullable String query, Headers headers, String body) {}
}
