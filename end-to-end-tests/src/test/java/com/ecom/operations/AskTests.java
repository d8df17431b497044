package com.ecom.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ops/ask} asks nothing by mistake, and what is refused is not taken for done. */
class AskTests {

    private final OpsFolder ops = OpsFolder.find();

    @Test
    void whatAServiceRefusesFails() throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(409, 3);
            exchange.getResponseBody().write("no!".getBytes(UTF_8));
            exchange.close();
        });
        server.start();
        try {
            var said = ask("http://127.0.0.1:" + server.getAddress().getPort(), "order-service");

            assertThat(said.code()).isEqualTo(1);
            assertThat(said.text()).contains("no!", "answered 409");
        } finally {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ordr-service", "order", ""})
    void asksNoServiceThatThereIsNot(String service) throws Exception {
        var said = ask("http://127.0.0.1:9", service);

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.text()).startsWith("There is no service");
    }

    @Test
    void asksNothingWithoutAToken() throws Exception {
        var said = Tool.run(ops.root(), Map.of(), "ops/ask", "GET", "order-service", "/ops/sagas");

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.text()).startsWith("ECOM_OPS_TOKEN is not set");
    }

    private Tool.Said ask(String at, String service) throws Exception {
        return Tool.run(
                ops.root(),
                Map.of("ECOM_OPS_TOKEN", "a-token", "ECOM_OPS_AT", at),
                "ops/ask",
                "POST",
                service,
                "/ops/sagas/sweep",
                "{\"reason\": \"a test\"}");
    }
}
