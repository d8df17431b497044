package com.ecom.payment;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stripe's HTTP interface, as far as the adapter speaks it and as its reference describes it: form bodies in, JSON out,
 * idempotency keys that replay the first answer, card errors as 402 with the payment inside.
 */
public final class StripeStub implements AutoCloseable {

    public static final String KEY = "sk_test_of_this_test_alone";

    private final HttpServer server;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<String, Map<String, @Nullable Object>> intents = new LinkedHashMap<>();
    private final Map<String, Map<String, @Nullable Object>> refunds = new LinkedHashMap<>();
    private final Map<String, Kept> answers = new LinkedHashMap<>();
    private final List<String> requests = new ArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable Trouble trouble;
    private int troubles;
    private boolean isSearchBehind;

    /** What the next requests meet. */
    public enum Trouble {
        TOO_MANY_REQUESTS,
        INTERNAL_ERROR,
        /** Nothing happens, and nobody answers in time. */
        HANG_BEFORE,
        /** It happens, and nobody answers in time. */
        HANG_AFTER,
        CONFLICT
    }

    private StripeStub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/", this::handle);
        server.start();
    }

    public static StripeStub start() {
        try {
            return new StripeStub();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public synchronized void meet(Trouble what, int times) {
        trouble = what;
        troubles = times;
    }

    /** As Stripe does after a day. */
    public synchronized void forgetKeys() {
        answers.clear();
    }

    public synchronized void letSearchBeBehind() {
        isSearchBehind = true;
    }

    /** As Stripe does after some days, and as the customer does on the bank's page. */
    public synchronized void become(String intent, String status) {
        intent(intent).put("status", status);
    }

    /** As a bank does that cannot hand out what was given back already; by our own id. */
    public synchronized void failRefund(String ours, String reason) {
        var refund = refunds.values().stream()
                .filter(it -> String.valueOf(it.get("metadata")).contains(ours))
                .findFirst()
                .orElseThrow();
        refund.put("status", "failed");
        refund.put("failure_reason", reason);
        var intent = intent(String.valueOf(refund.get("payment_intent")));
        intent.put("latest_charge", charge(intent, returnedOf(intent) - amountOf(refund)));
    }

    public synchronized Map<String, @Nullable Object> intent(String id) {
        return Objects.requireNonNull(intents.get(id));
    }

    public synchronized int intents() {
        return intents.size();
    }

    public synchronized int refunds() {
        return refunds.size();
    }

    /** Methods and paths, in the order in which they came. */
    public synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            var struck = struck();
            if (struck == Trouble.HANG_BEFORE) {
                hang();
                return;
            }
            var answer = struck == null || struck == Trouble.HANG_AFTER ? answerTo(exchange, body) : failing(struck);
            if (struck == Trouble.HANG_AFTER) {
                hang();
                return;
            }
            var bytes = json.writeValueAsBytes(answer.body());
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.getResponseHeaders().add("Request-Id", "req_" + requests().size());
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private synchronized @Nullable Trouble struck() {
        if (troubles == 0) {
            return null;
        }
        troubles--;
        return trouble;
    }

    private void hang() {
        try {
            var _ = closed.await(Duration.ofSeconds(30).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Answer failing(Trouble trouble) {
        return switch (trouble) {
            case TOO_MANY_REQUESTS -> Answer.error(429, "invalid_request_error", "rate_limit");
            case CONFLICT -> Answer.error(409, "invalid_request_error", "idempotency_key_in_use");
            default -> Answer.error(500, "api_error", null);
        };
    }

    private synchronized Answer answerTo(HttpExchange exchange, String body) {
        var path = exchange.getRequestURI().getPath();
        requests.add(exchange.getRequestMethod() + " " + path);
        if (!("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return Answer.error(401, "invalid_request_error", null);
        }
        var form = formOf(
                exchange.getRequestMethod().equals("GET")
                        ? exchange.getRequestURI().getRawQuery()
                        : body);
        var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        var kept = key == null ? null : answers.get(key);
        if (kept != null) {
            return kept.request().equals(path + form) ? kept.answer() : Answer.error(400, "idempotency_error", null);
        }
        var answer = exchange.getRequestMethod().equals("GET") ? look(path, form) : operate(path, form);
        if (key != null) {
            answers.put(
                    key,
                    new Kept(
                            path + form,
                            new Answer(answer.status(), json.readTree(json.writeValueAsString(answer.body())))));
        }
        return answer;
    }

    private Answer look(String path, Map<String, String> form) {
        if (path.equals("/v1/refunds")) {
            return listOf(refunds.values().stream()
                    .filter(it -> Objects.equals(it.get("payment_intent"), form.get("payment_intent")))
                    .toList());
        }
        if (path.equals("/v1/payment_intents/search")) {
            return listOf(intents.values().stream()
                    .filter(it ->
                            !isSearchBehind && form.getOrDefault("query", "").contains(orderOf(it)))
                    .toList());
        }
        if (path.equals("/v1/payment_intents")) {
            return page(form);
        }
        var intent = intents.get(path.substring("/v1/payment_intents/".length()));
        return intent == null
                ? Answer.error(404, "invalid_request_error", "resource_missing")
                : new Answer(200, intent);
    }

    /** The newest first, as Stripe has it; two to a page, so that there are several. */
    private Answer page(Map<String, String> form) {
        var all = new ArrayList<>(intents.values()).reversed();
        var after = form.get("starting_after");
        var rest = all.stream()
                .dropWhile(it -> after != null && !after.equals(it.get("id")))
                .skip(after == null ? 0 : 1)
                .toList();
        var page = rest.stream().limit(2).toList();
        return new Answer(200, Map.of("object", "list", "data", page, "has_more", rest.size() > 2));
    }

    private Answer operate(String path, Map<String, String> form) {
        if (path.equals("/v1/payment_intents")) {
            return create(form);
        }
        if (path.equals("/v1/refunds")) {
            return refund(form);
        }
        var parts = path.split("/", -1);
        var intent = intents.get(parts[3]);
        if (intent == null) {
            return Answer.error(404, "invalid_request_error", "resource_missing");
        }
        return parts[4].equals("capture") ? capture(intent) : cancel(intent);
    }

    private Answer create(Map<String, String> form) {
        if (Long.parseLong(form.get("amount")) < 50) {
            return Answer.about("amount", "amount_too_small");
        }
        var intent = new LinkedHashMap<String, @Nullable Object>();
        intent.put("id", "pi_" + (intents.size() + 1));
        intent.put("object", "payment_intent");
        intent.put("amount", Long.parseLong(form.get("amount")));
        intent.put("currency", form.get("currency"));
        intent.put("capture_method", form.get("capture_method"));
        intent.put("created", Instant.now().getEpochSecond());
        intent.put("metadata", Map.of("order_id", form.get("metadata[order_id]")));
        intents.put(String.valueOf(intent.get("id")), intent);
        return switch (form.getOrDefault("payment_method", "")) {
            case "pm_card_visa" -> with(intent, "requires_capture");
            case "pm_card_threeDSecureRequired" -> {
                intent.put(
                        "next_action",
                        Map.of(
                                "type",
                                "redirect_to_url",
                                "redirect_to_url",
                                Map.of("url", "https://hooks.example/3ds", "return_url", form.get("return_url"))));
                yield with(intent, "requires_action");
            }
            case "pm_card_chargeDeclined" -> {
                intent.put("status", "requires_payment_method");
                yield new Answer(
                        402,
                        Map.of(
                                "error",
                                Map.of(
                                        "type",
                                        "card_error",
                                        "code",
                                        "card_declined",
                                        "decline_code",
                                        "insufficient_funds",
                                        "message",
                                        "Your card has insufficient funds.",
                                        "payment_intent",
                                        declined(intent))));
            }
            case "pm_card_used" -> {
                intents.remove(String.valueOf(intent.get("id")));
                yield Answer.about("payment_method", null);
            }
            default -> {
                intents.remove(String.valueOf(intent.get("id")));
                yield Answer.about("payment_method", "resource_missing");
            }
        };
    }

    private static Map<String, @Nullable Object> declined(Map<String, @Nullable Object> intent) {
        intent.put("last_payment_error", Map.of("code", "card_declined", "decline_code", "insufficient_funds"));
        return intent;
    }

    private Answer capture(Map<String, @Nullable Object> intent) {
        if (!"requires_capture".equals(intent.get("status"))) {
            return Answer.error(400, "invalid_request_error", "payment_intent_unexpected_state");
        }
        intent.put("latest_charge", charge(intent, 0));
        return with(intent, "succeeded");
    }

    private Answer cancel(Map<String, @Nullable Object> intent) {
        var status = intent.get("status");
        return "succeeded".equals(status) || "canceled".equals(status)
                ? Answer.error(400, "invalid_request_error", "payment_intent_unexpected_state")
                : with(intent, "canceled");
    }

    private Answer refund(Map<String, String> form) {
        var intent = intents.get(form.get("payment_intent"));
        if (intent == null || !"succeeded".equals(intent.get("status"))) {
            return Answer.error(400, "invalid_request_error", "payment_intent_unexpected_state");
        }
        var left = amountOf(intent) - returnedOf(intent);
        var wanted = form.containsKey("amount") ? Long.parseLong(form.get("amount")) : left;
        if (left == 0) {
            return Answer.error(400, "invalid_request_error", "charge_already_refunded");
        }
        if (wanted > left) {
            return Answer.error(400, "invalid_request_error", "amount_too_large");
        }
        intent.put("latest_charge", charge(intent, returnedOf(intent) + wanted));
        var metadata = new TreeMap<String, String>();
        metadata.put("order_id", form.get("metadata[order_id]"));
        if (form.containsKey("metadata[refund_id]")) {
            metadata.put("refund_id", form.get("metadata[refund_id]"));
        }
        var refund = new LinkedHashMap<String, @Nullable Object>();
        refund.put("id", "re_" + (refunds.size() + 1));
        refund.put("object", "refund");
        refund.put("amount", wanted);
        refund.put("currency", intent.get("currency"));
        refund.put("payment_intent", intent.get("id"));
        refund.put("metadata", metadata);
        refund.put("status", "succeeded");
        refunds.put(String.valueOf(refund.get("id")), refund);
        return new Answer(200, refund);
    }

    private static Map<String, @Nullable Object> charge(Map<String, @Nullable Object> intent, long returned) {
        var charge = new LinkedHashMap<String, @Nullable Object>();
        charge.put("id", "ch_of_" + intent.get("id"));
        charge.put("object", "charge");
        charge.put("amount_refunded", returned);
        return charge;
    }

    private static long returnedOf(Map<String, @Nullable Object> intent) {
        return intent.get("latest_charge") instanceof Map<?, ?> charge
                        && charge.get("amount_refunded") instanceof Long it
                ? it
                : 0;
    }

    private static long amountOf(Map<String, @Nullable Object> intent) {
        return intent.get("amount") instanceof Long it ? it : 0;
    }

    private static String orderOf(Map<String, @Nullable Object> intent) {
        return intent.get("metadata") instanceof Map<?, ?> it ? String.valueOf(it.get("order_id")) : "";
    }

    private static Answer with(Map<String, @Nullable Object> intent, String status) {
        intent.put("status", status);
        return new Answer(200, intent);
    }

    private static Answer listOf(List<?> data) {
        return new Answer(200, Map.of("object", "list", "data", data, "has_more", false));
    }

    private static Map<String, String> formOf(@Nullable String text) {
        var form = new TreeMap<String, String>();
        if (text != null && !text.isEmpty()) {
            for (var part : text.split("&", -1)) {
                var at = part.indexOf('=');
                form.put(
                        URLDecoder.decode(part.substring(0, at), UTF_8),
                        URLDecoder.decode(part.substring(at + 1), UTF_8));
            }
        }
        return form;
    }

    private record Answer(int status, Object body) {

        static Answer error(int status, String type, @Nullable String code) {
            return error(status, type, code, null);
        }

        /** Makes no sense to Stripe because of that parameter. */
        static Answer about(String parameter, @Nullable String code) {
            return error(400, "invalid_request_error", code, parameter);
        }

        private static Answer error(int status, String type, @Nullable String code, @Nullable String parameter) {
            var error = new LinkedHashMap<String, @Nullable Object>();
            error.put("type", type);
            error.put("code", code);
            error.put("param", parameter);
            error.put("message", "It was " + (code == null ? type : code));
            return new Answer(status, Map.of("error", error));
        }
    }

    private record Kept(String request, Answer answer) {}
}
