package com.ecom.payment;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ecom.local.provider.PaymentProviderSimulator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.test.context.DynamicPropertyRegistry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A provider simulator from whose moods nobody else suffers; its webhooks really reach the service. */
final class OwnProvider {

    static final String SECRET = "a secret of this test alone";

    private static final String KEY = "a key of this test alone";
    private static final String PREVIOUS_SECRET = "the secret that was before it";

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private final AtomicReference<String> shop = new AtomicReference<>("http://127.0.0.1:1");
    private final int port;

    private OwnProvider() throws IOException {
        var forwarder = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        forwarder.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        forwarder.createContext("/", this::forward);
        forwarder.start();
        port = PaymentProviderSimulator.start(Map.of(
                        "PORT",
                        "0",
                        "API_KEY",
                        KEY,
                        "WEBHOOK_URL",
                        "http://127.0.0.1:" + forwarder.getAddress().getPort(),
                        // It signs with the secret that is on its way out: both are valid for a while.
                        "WEBHOOK_SECRET",
                        PREVIOUS_SECRET))
                .getAddress()
                .getPort();
    }

    static OwnProvider start() {
        try {
            return new OwnProvider();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void tell(DynamicPropertyRegistry properties) {
        properties.add("ecom.payment.provider.url", () -> "http://127.0.0.1:" + port);
        properties.add("ecom.payment.provider.api-key", () -> KEY);
        properties.add("ecom.payment.provider.webhook-secret", () -> SECRET);
        properties.add("ecom.payment.provider.previous-webhook-secret", () -> PREVIOUS_SECRET);
    }

    /** The shop's address is known only once it runs. */
    void serve(String baseUrl) {
        shop.set(baseUrl);
    }

    /** Whatever is not named is good. */
    void behave(String moods) {
        send(to("/v1/moods").PUT(BodyPublishers.ofString(moods)));
    }

    JsonNode payment(String order) {
        return json.readTree(send(to("/v1/payments/" + order).GET()).body());
    }

    boolean knows(String order) {
        return send(to("/v1/payments/" + order).GET()).statusCode() == 200;
    }

    /** As if somebody had used the provider past us. */
    void operate(String path, String body) {
        send(to("/v1/payments" + path).POST(BodyPublishers.ofString(body)));
    }

    /** What the customer does on the bank's page. */
    void answerTheBank(String url, String answer) {
        send(HttpRequest.newBuilder(URI.create(url)).POST(BodyPublishers.ofString("answer=" + answer)));
    }

    String read(String url) {
        return send(HttpRequest.newBuilder(URI.create(url)).GET()).body();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + KEY);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void forward(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var signature = exchange.getRequestHeaders().getFirst("Provider-Signature");
            var answer = send(HttpRequest.newBuilder(URI.create(shop.get() + "/api/payments/webhooks/simulator"))
                    .header("Content-Type", "application/json")
                    .header("Provider-Signature", signature)
                    .POST(BodyPublishers.ofByteArray(body)));
            var text = answer.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(answer.statusCode(), text.length == 0 ? -1 : text.length);
            exchange.getResponseBody().write(text);
        }
    }
}
