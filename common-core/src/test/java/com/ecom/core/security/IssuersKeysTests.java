package com.ecom.core.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssuersKeysTests {

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307})
    void keysAreFetchedFromNowhereElse(int status) throws Exception {
        var elsewhere = new AtomicInteger();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/elsewhere", it -> {
            elsewhere.incrementAndGet();
            it.sendResponseHeaders(200, -1);
        });
        server.createContext("/keys", it -> {
            it.getResponseHeaders().set("Location", "/elsewhere");
            it.sendResponseHeaders(status, -1);
        });
        server.start();
        try {
            var keys = URI.create("http://127.0.0.1:%d/keys"
                            .formatted(server.getAddress().getPort()))
                    .toURL();
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> new IssuersKeys(2_000, 64 * 1024).retrieveResource(keys));
            assertThat(elsewhere).hasValue(0);
        } finally {
            server.stop(0);
        }
    }
}
