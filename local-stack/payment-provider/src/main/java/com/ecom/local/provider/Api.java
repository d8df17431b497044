package com.ecom.local.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ecom.local.provider.Ledger.Change;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code POST /v1/payments}, {@code POST /v1/payments/<order>/capture|void}, {@code GET /v1/payments[/<order>]} for the
 * merchant, and {@code GET|PUT /v1/moods} for whoever wants to make life hard. An order has one payment, and each
 * operation on it happens once, so that repeating a request is always safe.
 */
class Api implements HttpHandler {

    private final Ledger ledger;
    private final Webhooks webhooks;
    private final Temper temper;
    private final JsonMapper json;
    private final String apiKey;
    private final String publicUrl;

    Api(Ledger ledger, Webhooks webhooks, Temper temper, JsonMapper json, String apiKey, String publicUrl) {
        this.ledger = ledger;
        this.webhooks = webhooks;
        this.temper = temper;
        this.json = json;
        this.apiKey = apiKey;
        this.publicUrl = publicUrl;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var answer = answerTo(exchange);
            var body = json.writeValueAsString(answer.body()).getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer answerTo(HttpExchange exchange) throws IOException, InterruptedException {
        if (!("Bearer " + apiKey).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return Answer.error(401, "unauthorized");
        }
        var path = exchange.getRequestURI().getPath().substring("/v1/".length()).split("/");
        var body = bodyOf(exchange);
        if (path[0].equals("moods")) {
            return new Answer(200, body == null ? temper.now() : temper.become(json.treeToValue(body, Moods.class)));
        }
        var mood = temper.now();
        Thread.sleep(mood.delayMillis());
        if (mood.outage()) {
            return Answer.error(503, "outage");
        }
        var answer = body == null ? look(path) : operate(path, body);
        return body != null && Moods.strikes(mood.timeoutAfterEffect()) ? Answer.error(504, "timeout") : answer;
    }

    private Answer look(String[] path) {
        return path.length == 1
                ? new Answer(200, ledger.all())
                : ledger.find(path[1]).map(it -> new Answer(200, it)).orElse(Answer.error(404, "no_such_payment"));
    }

    private Answer operate(String[] path, JsonNode body) {
        if (path.length == 1) {
            var wanted = Payment.of(
                    body.path("orderId").asString(),
                    body.path("amount").asLong(),
                    body.path("currency").asString(),
                    body.path("paymentMethod").asString(),
                    publicUrl);
            return announced(Optional.of(ledger.open(wanted)));
        }
        return switch (path[2]) {
            case "capture" -> announced(ledger.change(path[1], Payment::captured));
            case "void" -> announced(ledger.change(path[1], Payment::voided));
            default -> Answer.error(404, "no_such_operation");
        };
    }

    private Answer announced(Optional<Change> change) {
        change.filter(Change::happened).map(Change::payment).ifPresent(webhooks::announce);
        return change.map(it -> new Answer(200, it.payment())).orElse(Answer.error(404, "no_such_payment"));
    }

    private @Nullable JsonNode bodyOf(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            return null;
        }
        try {
            return json.readTree(exchange.getRequestBody().readAllBytes());
        } catch (JacksonException e) {
            throw new IOException(e);
        }
    }

    private record Answer(int status, Object body) {
        static Answer error(int status, String code) {
            return new Answer(status, Map.of("error", code));
        }
    }
}
