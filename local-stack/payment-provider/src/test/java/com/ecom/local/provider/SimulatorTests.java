package com.ecom.local.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The provider as its merchant meets it: over HTTP, in all its moods. */
class SimulatorTests {

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private final BlockingQueue<JsonNode> webhooks = new LinkedBlockingQueue<>();
    private final HttpServer merchant;
    private final HttpServer provider;

    @TempDir
    static Path folder;

    SimulatorTests() throws IOException {
        merchant = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider = PaymentProviderSimulator.start(Map.of(
                "PORT",
                "0",
                "API_KEY",
                "key",
                "WEBHOOK_URL",
                "http://127.0.0.1:" + merchant.getAddress().getPort(),
                "WEBHOOK_SECRET",
                "secret"));
    }

    @BeforeEach
    void listen() {
        merchant.createContext("/", exchange -> {
            try (exchange) {
                webhooks.add(json.readTree(exchange.getRequestBody().readAllBytes()));
                exchange.sendResponseHeaders(200, -1);
            }
        });
        merchant.start();
    }

    @AfterEach
    void stop() {
        provider.stop(0);
        merchant.stop(0);
    }

    @Test
    void isSlowWhenItIsToldSo() {
        behave("{\"delayMillis\": 300}");
        var begin = System.nanoTime();
        pay("o1", "pm_card_ok");

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void declinesGoodCards() {
        behave("{\"decline\": 1}");

        assertThat(pay("o1", "pm_card_ok").path("reason").asString()).isEqualTo("card_declined");
    }

    @Test
    void refusesWhatItDoesNotDo() {
        behave("{\"refuse\": 1}");

        assertThat(send("POST", "/v1/payments", wish("o1", "pm_card_ok")).statusCode())
                .isEqualTo(400);
        assertThat(send("GET", "/v1/payments/o1", null).statusCode()).isEqualTo(404);
    }

    @Test
    void doesWhatItIsAskedAndDoesNotSaySo() {
        behave("{\"timeoutAfterEffect\": 1}");

        assertThat(send("POST", "/v1/payments", wish("o1", "pm_card_ok")).statusCode())
                .isEqualTo(504);
        assertThat(payment("o1").path("status").asString()).isEqualTo("authorized");
    }

    @Test
    void isAwayUntilItIsToldOtherwiseOrItsTimeIsOver() throws InterruptedException {
        behave("{\"outage\": true}");
        assertThat(send("GET", "/v1/payments", null).statusCode()).isEqualTo(503);
        behave("{}");
        assertThat(send("GET", "/v1/payments", null).statusCode()).isEqualTo(200);

        behave("{\"outage\": true, \"outageMillis\": 200}");
        assertThat(send("GET", "/v1/payments", null).statusCode()).isEqualTo(503);
        var end = Instant.now().plusSeconds(5);
        while (send("GET", "/v1/payments", null).statusCode() == 503) {
            assertThat(Instant.now()).isBefore(end);
        }
    }

    @Test
    void losesWebhooks() throws InterruptedException {
        behave("{\"loseWebhooks\": 1}");
        pay("o1", "pm_card_ok");
        behave("{}");
        pay("o2", "pm_card_ok");

        assertThat(nextWebhook().path("orderId").asString()).isEqualTo("o2");
        assertThat(webhooks).isEmpty();
    }

    @Test
    void sendsWebhooksTwice() throws InterruptedException {
        behave("{\"duplicateWebhooks\": 1}");
        pay("o1", "pm_card_ok");

        assertThat(nextWebhook().path("eventId")).isEqualTo(nextWebhook().path("eventId"));
    }

    @Test
    void letsLaterWebhooksOvertake() throws InterruptedException {
        behave("{\"reorderWebhooks\": 1}");
        pay("o1", "pm_card_ok");
        send("POST", "/v1/payments/o1/capture", "{}");

        assertThat(List.of(
                        nextWebhook().path("type").asString(),
                        nextWebhook().path("type").asString()))
                .containsExactly("payment.captured", "payment.authorized");
    }

    @Test
    void aWebhookThatNothingOvertakesIsSentNevertheless() throws InterruptedException {
        behave("{\"reorderWebhooks\": 1}");
        pay("o1", "pm_card_ok");

        assertThat(nextWebhook().path("type").asString()).isEqualTo("payment.authorized");
    }

    @Test
    void delaysWebhooks() throws InterruptedException {
        behave("{\"webhookDelayMillis\": 300}");
        var begin = System.nanoTime();
        pay("o1", "pm_card_ok");
        nextWebhook();

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void stopsWaitingForACustomerWhoLeft() throws InterruptedException {
        behave("{\"challengeMillis\": 100}");
        pay("o1", "pm_card_authenticate");

        assertThat(nextWebhook().path("type").asString()).isEqualTo("payment.requires_action");
        var news = nextWebhook();
        assertThat(news.path("type").asString()).isEqualTo("payment.declined");
        assertThat(news.path("reason").asString()).isEqualTo("authentication_expired");
    }

    @Test
    void theBanksPageTakesOneAnswer() throws InterruptedException {
        var url = pay("o1", "pm_card_authenticate").path("actionUrl").asString();
        nextWebhook();
        assertThat(page(url, null)).contains("Pay USD 14.99?");
        assertThat(page(url, "answer=approve")).contains("This payment is authorized.");
        assertThat(page(url, "answer=decline")).contains("This payment is authorized.");
        assertThat(nextWebhook().path("type").asString()).isEqualTo("payment.authorized");
    }

    @Test
    void saysWhatBecameOfRefunds() throws InterruptedException {
        pay("o1", "pm_card_ok");
        send("POST", "/v1/payments/o1/capture", "{}");
        nextWebhook();
        nextWebhook();
        send("POST", "/v1/payments/o1/refunds", "{\"refundId\": \"r1\", \"amount\": 500}");
        send("POST", "/v1/payments/o1/refunds", "{\"refundId\": \"r1\", \"amount\": 500}");
        send("POST", "/v1/payments/o1/refunds", "{\"refundId\": \"r2\", \"amount\": 1000}");

        var done = nextWebhook();
        var refused = nextWebhook();
        if (done.path("refundId").asString().equals("r2")) {
            var other = done;
            done = refused;
            refused = other;
        }
        assertThat(done.path("type").asString()).isEqualTo("refund.succeeded");
        assertThat(done.path("refundAmount").asLong()).isEqualTo(500);
        assertThat(refused.path("type").asString()).isEqualTo("refund.failed");
        assertThat(refused.path("reason").asString()).isEqualTo("more_than_is_left");
        assertThat(payment("o1").path("returned").asLong()).isEqualTo(500);
    }

    @Test
    void saysWhenARefundThatWasDoneFails() throws InterruptedException {
        pay("o1", "pm_card_refund_fails_later");
        send("POST", "/v1/payments/o1/capture", "{}");
        nextWebhook();
        nextWebhook();
        send("POST", "/v1/payments/o1/refunds", "{\"refundId\": \"r1\", \"amount\": 500}");

        assertThat(nextWebhook().path("type").asString()).isEqualTo("refund.succeeded");
        var failed = nextWebhook();
        assertThat(failed.path("type").asString()).isEqualTo("refund.failed");
        assertThat(failed.path("reason").asString()).isEqualTo("lost_or_stolen_card");
        assertThat(payment("o1").path("returned").asLong()).isZero();
    }

    @Test
    void itsBooksAreReadInPages() {
        for (int i = 0; i < 5; i++) {
            pay("o" + i, "pm_card_ok");
        }
        var found = new ArrayList<String>();
        var address = "/v1/ledger?limit=2";
        for (var next = ""; next != null; ) {
            var page = json.readTree(send("GET", address + (next.isEmpty() ? "" : "&after=" + next), null)
                    .body());
            page.path("payments").forEach(it -> found.add(it.path("orderId").asString()));
            next = page.has("next") ? page.path("next").asString() : null;
        }

        assertThat(found).containsExactly("o0", "o1", "o2", "o3", "o4");
        assertThat(json.readTree(send("GET", "/v1/ledger?from=99999999999999", null)
                                .body())
                        .path("payments"))
                .isEmpty();
    }

    @Test
    void readsALedgerFromATimeWhenPaymentsHadFewerFields() throws IOException {
        var file = folder.resolve("old-ledger");
        Files.writeString(file, """
                {"id":"pay_o1","orderId":"o1","amount":1499,"currency":"USD","paymentMethod":"pm_card_ok","status":"captured","reason":null,"actionUrl":null,"authorizations":1,"captures":1,"refunds":0}
                """);
        var old = PaymentProviderSimulator.start(Map.of(
                "PORT",
                "0",
                "API_KEY",
                "key",
                "WEBHOOK_URL",
                "http://127.0.0.1:1",
                "WEBHOOK_SECRET",
                "secret",
                "LEDGER_FILE",
                file.toString()));
        try {
            var answer = send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/v1/payments/o1"
                            .formatted(old.getAddress().getPort())))
                    .header("Authorization", "Bearer key"));
            assertThat(json.readTree(answer.body()).path("captures").asInt()).isEqualTo(1);
        } finally {
            old.stop(0);
        }
    }

    private JsonNode pay(String order, String method) {
        return json.readTree(send("POST", "/v1/payments", wish(order, method)).body());
    }

    private JsonNode payment(String order) {
        return json.readTree(send("GET", "/v1/payments/" + order, null).body());
    }

    private static String wish(String order, String method) {
        return "{\"orderId\": \"%s\", \"amount\": 1499, \"currency\": \"USD\", \"paymentMethod\": \"%s\"}"
                .formatted(order, method);
    }

    private void behave(String moods) {
        assertThat(send("PUT", "/v1/moods", moods).statusCode()).isEqualTo(200);
    }

    private JsonNode nextWebhook() throws InterruptedException {
        var next = webhooks.poll(10, TimeUnit.SECONDS);
        assertThat(next).as("a webhook").isNotNull();
        return Objects.requireNonNull(next);
    }

    private String page(String url, @Nullable String answer) {
        var request = HttpRequest.newBuilder(URI.create(url));
        return send(answer == null ? request.GET() : request.POST(BodyPublishers.ofString(answer)))
                .body();
    }

    private HttpResponse<String> send(String method, String path, @Nullable String body) {
        var content = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body, UTF_8);
        return send(HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:%d%s".formatted(provider.getAddress().getPort(), path)))
                .header("Authorization", "Bearer key")
                .method(method, content));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
