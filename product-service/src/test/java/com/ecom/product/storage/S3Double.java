package com.ecom.product.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** As much of S3 as pictures need, on a socket, and as unkind as a test wants it. */
final class S3Double implements AutoCloseable {

    static final String KEY = "AKIDTEST";

    private final Map<String, byte[]> objects = new ConcurrentSkipListMap<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final HttpServer server;
    private volatile boolean silent;

    S3Double() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void failsTimes(int times) {
        failures.set(times);
    }

    void doesNotAnswer() {
        silent = true;
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            if (silent) {
                closed.await();
            } else if (failures.getAndUpdate(it -> Math.max(0, it - 1)) > 0) {
                refuse(exchange, 500, "InternalError");
            } else if (!isSigned(exchange)) {
                refuse(exchange, 403, "AccessDenied");
            } else {
                answer(exchange, body);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isSigned(HttpExchange exchange) {
        var header = exchange.getRequestHeaders().getFirst("Authorization");
        return header != null && header.startsWith("AWS4-HMAC-SHA256 Credential=" + KEY + "/");
    }

    private void answer(HttpExchange exchange, byte[] body) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var object = objects.get(path);
        switch (exchange.getRequestMethod()) {
            case "PUT" -> {
                objects.put(path, body);
                send(exchange, 200, new byte[0]);
            }
            case "DELETE" -> {
                objects.remove(path);
                send(exchange, 204, new byte[0]);
            }
            case "GET" -> {
                var query = exchange.getRequestURI().getQuery();
                if (query != null && query.contains("list-type=2")) {
                    send(exchange, 200, listing(path, query));
                } else if (object == null) {
                    refuse(exchange, 404, "NoSuchKey");
                } else {
                    send(exchange, 200, object);
                }
            }
            default -> refuse(exchange, 405, "MethodNotAllowed");
        }
    }

    private byte[] listing(String bucket, String query) {
        var folder = bucket + (bucket.endsWith("/") ? "" : "/");
        var prefix = query.replaceFirst(".*prefix=([^&]*).*", "$1");
        return new TreeMap<>(objects)
                .keySet().stream()
                        .filter(it -> it.startsWith(folder + prefix))
                        .map(it -> "<Contents><Key>%s</Key></Contents>".formatted(it.substring(folder.length())))
                        .collect(Collectors.joining("", "<ListBucketResult>", "</ListBucketResult>"))
                        .getBytes(UTF_8);
    }

    private static void refuse(HttpExchange exchange, int status, String code) throws IOException {
        send(exchange, status, "<Error><Code>%s</Code></Error>".formatted(code).getBytes(UTF_8));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
