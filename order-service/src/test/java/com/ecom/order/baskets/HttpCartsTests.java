package com.ecom.order.baskets;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.ecom.order.model.OrderRefusal.CartRefused;
import com.ecom.order.model.OrderRefusal.CartRefused.Why;
import com.ecom.order.model.OrderRefusal.CartUnavailable;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.client.RestClient;

class HttpCartsTests {

    private final HttpServer carts;
    private volatile int status = 500;

    HttpCartsTests() throws IOException {
        carts = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        carts.createContext("/", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        carts.start();
    }

    @AfterEach
    void close() {
        carts.stop(0);
    }

    @ParameterizedTest
    @CsvSource({"401, NOT_LOGGED_IN", "403, NOT_ALLOWED", "429, TOO_OFTEN"})
    void whatIsWrongWithTheRequestIsNotToldAsAnOutage(int answered, Why why) {
        status = answered;

        assertThatExceptionOfType(CartRefused.class).isThrownBy(this::ask).matches(it -> it.why() == why);
    }

    @Test
    void anOutageIsOne() {
        assertThatExceptionOfType(CartUnavailable.class).isThrownBy(this::ask);
    }

    private void ask() {
        new HttpCarts(
                        RestClient.builder(),
                        "http://127.0.0.1:" + carts.getAddress().getPort())
                .itemsOf("Bearer token");
    }
}
