package com.ecom.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.Executors;

/** The service behind every door where nginx cannot be had: always answers the same. */
record OwnServer(HttpServer server) implements AutoCloseable {

    private static final String KEYS = "/jwks";

    static OwnServer start(String jwks) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", it -> answer(it, Nginx.ANSWER));
        server.createContext(KEYS, it -> answer(it, jwks));
        server.start();
        return new OwnServer(server);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    URI keys() {
        return address().resolve(KEYS);
    }

    private static void answer(HttpExchange exchange, String said) throws IOException {
        try (exchange) {
            var body = said.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
