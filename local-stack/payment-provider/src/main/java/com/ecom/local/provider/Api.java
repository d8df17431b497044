package com.ecom.local.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ecom.local.provider.Ledger.Change;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLDecoder;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code POST /v1/payments}, {@code POST /v1/payments/<order>/capture|void|expire|refunds}, {@code GET /v1/payments[/<order>]}
 * and {@code GET /v1/ledger?from=&until=&after=&limit=} (milliseconds since the epoch) for the merchant, and
 * {@code GET|PUT /v1/moods} for whoever wants to make life hard; what such a request does not name is good. An order has one
 * payment, and each operation on it happens once, a refund once for each of its ids, so that repeating a request is
 * always safe.
 */
class Api implements HttpHandler {

    private static final Duration AT_THE_LATEST = Duration.ofSeconds(2);
    private static final Duration UNTIL_A_REFUND_COMES_BACK = Duration.ofSeconds(1);

    private final Ledger ledger;
    private final Webhooks webhooks;
    private final Temper temper;
    private final JsonMapper json;
    private final String apiKey;
    private final String publicUrl;
    private final Clock clock;

    Api(
            Ledger ledger,
            Webhooks webhooks,
            Temper temper,
            JsonMapper json,
            String apiKey,
            String publicUrl,
            Clock clock) {
        this.ledger = ledger;
        this.webhooks = webhooks;
        this.temper = temper;
        this.json = json;
        this.apiKey = apiKey;
        this.publicUrl = publicUrl;
        this.clock = clock;
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
            return new Answer(200, body == null ? temper.now() : temper.become(moodsOf(body)));
        }
        var mood = temper.now();
        Thread.sleep(mood.delayMillis());
        if (mood.outage()) {
            return Answer.error(503, "outage");
        }
        if (body != null && Moods.strikes(mood.refuse())) {
            return Answer.error(400, "refused");
        }
        var answer = body == null ? look(path, exchange.getRequestURI().getRawQuery()) : operate(path, body, mood);
        return body != null && Moods.strikes(mood.timeoutAfterEffect()) ? Answer.error(504, "timeout") : answer;
    }

    private Moods moodsOf(JsonNode request) {
        var all = json.<ObjectNode>valueToTree(Moods.good());
        all.setAll((ObjectNode) request);
        return json.treeToValue(all, Moods.class);
    }

    private Answer look(String[] path, @Nullable String query) {
        if (path[0].equals("ledger")) {
            return ledgerPage(queryOf(query));
        }
        return path.length == 1
                ? new Answer(200, ledger.all())
                : ledger.find(path[1]).map(it -> new Answer(200, it)).orElse(Answer.error(404, "no_such_payment"));
    }

    private Answer ledgerPage(Map<String, String> query) {
        var limit = Integer.parseInt(query.getOrDefault("limit", "100"));
        var page = ledger.page(
                Long.parseLong(query.getOrDefault("from", "0")),
                Long.parseLong(query.getOrDefault("until", String.valueOf(Long.MAX_VALUE))),
                query.getOrDefault("after", "").isEmpty() ? null : query.get("after"),
                limit);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("payments", page);
        if (page.size() == limit) {
            answer.put("next", page.getLast().orderId());
        }
        return new Answer(200, answer);
    }

    private static Map<String, String> queryOf(@Nullable String query) {
        var values = new HashMap<String, String>();
        if (query != null) {
            for (var part : query.split("&", -1)) {
                var at = part.indexOf('=');
                values.put(part.substring(0, at), URLDecoder.decode(part.substring(at + 1), UTF_8));
            }
        }
        return values;
    }

    private Answer operate(String[] path, JsonNode body, Moods mood) {
        if (path.length == 1) {
            var bank = new Bank(publicUrl, Duration.ofMillis(mood.challengeMillis()), clock.instant());
            var wanted = Payment.of(
                    body.path("orderId").asString(),
                    body.path("amount").asLong(),
                    body.path("currency").asString(),
                    body.path("paymentMethod").asString(),
                    bank);
            var opened = ledger.open(
                    Moods.strikes(mood.decline()) && wanted.status().equals("authorized")
                            ? wanted.declined("card_declined")
                            : wanted);
            perhapsLater(mood.letGo(), opened, it -> it.letGo("authorization_expired"));
            return announced(Optional.of(opened));
        }
        return switch (path[2]) {
            case "capture" -> {
                var captured = ledger.change(path[1], Payment::captured);
                captured.ifPresent(it -> perhapsLater(mood.giveBack(), it, Payment::givenBackPastTheMerchant));
                yield announced(captured);
            }
            case "expire" -> announced(ledger.change(path[1], it -> it.letGo("authorization_expired")));
            case "void" -> announced(ledger.change(path[1], Payment::voided));
            case "refunds" ->
                refund(
                        path[1],
                        body.path("refundId").asString(),
                        body.path("amount").asLong());
            default -> Answer.error(404, "no_such_operation");
        };
    }

    private Answer refund(String order, String refund, long amount) {
        var change = ledger.change(order, it -> it.givenBack(refund, amount));
        change.filter(Change::happened).map(Change::payment).ifPresent(it -> {
            webhooks.announce(it, it.find(refund).orElseThrow());
            if (it.comesBack(refund)) {
                Thread.ofVirtual().name("bank").start(() -> comeBack(order, refund));
            }
        });
        return change.map(it -> new Answer(200, it.payment())).orElse(Answer.error(404, "no_such_payment"));
    }

    private void comeBack(String order, String refund) {
        try {
            Thread.sleep(UNTIL_A_REFUND_COMES_BACK);
            ledger.change(order, it -> it.cameBack(refund))
                    .filter(Change::happened)
                    .map(Change::payment)
                    .ifPresent(it -> webhooks.announce(it, it.find(refund).orElseThrow()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** At some moment, as things happen at a provider that nobody here has asked for. */
    private void perhapsLater(double share, Change change, UnaryOperator<Payment> what) {
        if (change.happened() && Moods.strikes(share)) {
            Thread.ofVirtual().name("provider").start(() -> {
                try {
                    Thread.sleep(ThreadLocalRandom.current().nextLong(AT_THE_LATEST.toMillis()));
                    announced(ledger.change(change.payment().orderId(), what));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
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
