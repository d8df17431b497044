package com.ecom.proof.once;

import com.ecom.proof.Effort;
import com.ecom.proof.once.Signing.Sent;
import com.ecom.shop.ShopHttp;
import com.ecom.shop.Shopper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Webhooks that nobody sent, that come late, again, in the wrong order or about something else, for orders of which one
 * is sold, one is not and one waits for its customer; and a true one, very often at the same moment.
 */
final class WebhookAttacks {

    private static final int OK = 200;
    private static final int REPETITIONS = 100;
    private static final Map<String, List<String>> WRONG_ABOUT = Map.of(
            "CONFIRMED", List.of("payment.refunded", "payment.declined", "payment.capture_failed", "payment.voided"),
            "CANCELLED", List.of("payment.authorized", "payment.captured"),
            "AWAITING_CUSTOMER", List.of("payment.authorized", "payment.declined", "payment.captured"));

    private final Stage stage;
    private final Effort effort;
    private final Random chance;
    private final Signing signing;
    private final List<String> violations = new ArrayList<>();
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new TreeMap<>();

    WebhookAttacks(Stage stage, Effort effort) {
        this.stage = stage;
        this.effort = effort;
        this.chance = new Random(effort.seed());
        this.signing = new Signing(stage.provider().webhookSecret());
    }

    List<String> violations() {
        return violations;
    }

    Map<String, Object> figures() {
        return figures;
    }

    void lieAndRepeat() throws IOException, InterruptedException, ExecutionException {
        try {
            stage.provider().behave("{\"loseWebhooks\":1.0}");
            var shopper = Shopper.signUp(stage.anybody().fromElsewhere());
            var orders = new LinkedHashMap<String, String>();
            for (var placement : Map.of(
                            "pm_card_ok", "CONFIRMED",
                            "pm_card_declined", "CANCELLED",
                            "pm_card_authenticate", "AWAITING_CUSTOMER")
                    .entrySet()) {
                var order = shopper.order(List.of(Map.of("sku", stage.sku(), "quantity", 1)), placement.getKey());
                shopper.orderAt(order, placement.getValue());
                orders.put(order, placement.getValue());
            }
            var before = truths(shopper, orders);
            lie(orders);
            var after = truths(shopper, orders);
            if (!after.equals(before)) {
                violations.add("Webhooks without truth had an effect: %s became %s".formatted(before, after));
            }
            repeat(shopper, orderIn("AWAITING_CUSTOMER", orders));
        } finally {
            stage.provider().behave("{}");
        }
        figures.put("webhooks", counts.values().stream().mapToInt(it -> it).sum());
        figures.put("ways to forge one", Signing.kinds());
        counts.forEach((what, times) -> figures.put("  " + what, times));
    }

    private void lie(Map<String, String> orders) throws IOException, InterruptedException {
        var times = effort.size(500, 10_000);
        effort.say("%,d webhooks that are not true, or not new".formatted(times));
        var ids = List.copyOf(orders.keySet());
        var sold = orderIn("CONFIRMED", orders);
        var soldFor = paymentOf(sold);
        var payments = new HashMap<String, JsonNode>();
        for (var id : ids) {
            payments.put(id, paymentOf(id));
        }
        var known = new ArrayList<String>();
        var applied = Applied.since(stage.payments());
        var orphans = 0;
        var mismatches = 0;
        for (int i = 0; i < times; i++) {
            var order = ids.get(chance.nextInt(ids.size()));
            var payment = payments.getOrDefault(order, MissingNode.getInstance());
            var types = WRONG_ABOUT.getOrDefault(orders.get(order), List.of());
            var type = types.get(chance.nextInt(types.size()));
            switch (i % 4) {
                case 0, 1 -> refused(signing.forged(chance.nextInt(Signing.kinds()), body(type, order, payment)));
                case 2 -> {
                    heardAs("RECEIVED", body(type, UUID.randomUUID().toString(), MissingNode.getInstance()), known);
                    orphans++;
                }
                default -> {
                    heardAs("RECEIVED", body(type, order, payment).replaceFirst("\"amount\":", "\"amount\":1"), known);
                    mismatches++;
                }
            }
            if (i % 8 == 7) {
                heardAs("ALREADY_PROCESSED", known.get(chance.nextInt(known.size())), new ArrayList<>());
            }
            if (i % 16 == 15) {
                heardAs("RECEIVED", body("payment.authorized", sold, soldFor), known);
            }
        }
        for (var it : Map.of("ORPHAN", orphans, "MISMATCH", mismatches).entrySet()) {
            figures.put("applied as " + it.getKey(), it.getValue());
            applied.otherThan(it.getKey(), it.getValue()).ifPresent(violations::add);
        }
    }

    private void refused(Sent sent) throws IOException, InterruptedException {
        var answer = send(sent.signature(), sent.body());
        counts.merge("refused, " + sent.kind(), 1, Integer::sum);
        if (answer.statusCode() / 100 != 4
                || !answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json")) {
            violations.add(
                    "A webhook with %s was answered %d %s".formatted(sent.kind(), answer.statusCode(), answer.body()));
        }
    }

    /** With the provider's own signature, because a provider may be late, say things twice or be wrong. */
    private void heardAs(String outcome, String body, List<String> known) throws IOException, InterruptedException {
        var answer = send(signing.genuine(body), body);
        counts.merge("webhooks " + outcome, 1, Integer::sum);
        known.add(body);
        if (answer.statusCode() != OK || !answer.body().contains(outcome)) {
            violations.add("%s should be %s: %d %s".formatted(body, outcome, answer.statusCode(), answer.body()));
        }
    }

    /** The customer approves, the provider says so a hundred times at once, and the order moves once. */
    private void repeat(Shopper shopper, String order) throws IOException, InterruptedException, ExecutionException {
        effort.say("One true webhook, %d times at once".formatted(REPETITIONS));
        stage.provider().ask("POST", "/bank/" + order, "answer=approve");
        var body = body("payment.authorized", order, paymentOf(order));
        var outcomes = new TreeMap<String, Integer>();
        try (var provider = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<HttpResponse<String>> sending = () -> send(signing.genuine(body), body);
            var sent = new ArrayList<Future<HttpResponse<String>>>();
            Stream.generate(() -> sending).limit(REPETITIONS).forEach(it -> sent.add(provider.submit(it)));
            for (var it : sent) {
                outcomes.merge("%d %s".formatted(it.get().statusCode(), it.get().body()), 1, Integer::sum);
            }
        }
        figures.put("one true webhook, answers", outcomes);
        shopper.orderAt(order, "CONFIRMED");
        var authorized = shopper.timeline(order)
                .valueStream()
                .filter(it -> it.path("fact").asString("").equals("PaymentAuthorized"))
                .count();
        if (authorized != 1) {
            violations.add("One webhook moved the order %d times: %s".formatted(authorized, shopper.timeline(order)));
        }
        if (outcomes.keySet().stream().filter(it -> it.contains("RECEIVED")).count() != 1
                || outcomes.values().stream().noneMatch(it -> it == 1)) {
            violations.add("One webhook was taken as new more than once, or never: " + outcomes);
        }
        var payment = paymentOf(order);
        if (payment.path("authorizations").asInt() != 1
                || payment.path("captures").asInt() != 1) {
            violations.add("One order, other than one payment: " + payment);
        }
    }

    private static String orderIn(String state, Map<String, String> orders) {
        return orders.entrySet().stream()
                .filter(it -> it.getValue().equals(state))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** What shop and provider know of each order. */
    private Map<String, List<JsonNode>> truths(Shopper shopper, Map<String, String> orders)
            throws IOException, InterruptedException {
        var truths = new TreeMap<String, List<JsonNode>>();
        for (var order : orders.keySet()) {
            truths.put(
                    order,
                    List.of(shopper.shop().get("/api/orders/" + order), shopper.timeline(order), paymentOf(order)));
        }
        return truths;
    }

    private static String body(String type, String order, JsonNode payment) {
        var body = new LinkedHashMap<String, Object>();
        body.put("eventId", "evt_" + UUID.randomUUID());
        body.put("type", type);
        body.put("orderId", order);
        body.put("amount", payment.path("amount").asLong(1));
        body.put("currency", payment.path("currency").asString("USD"));
        body.put("reason", "because");
        return JsonMapper.shared().writeValueAsString(body);
    }

    private HttpResponse<String> send(String signature, String body) throws IOException, InterruptedException {
        return ShopHttp.client()
                .send(
                        HttpRequest.newBuilder(stage.gateway().resolve("/api/payments/webhooks/simulator"))
                                .header("Content-Type", "application/json")
                                .header("Provider-Signature", signature)
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
    }

    private JsonNode paymentOf(String order) throws IOException, InterruptedException {
        return JsonMapper.shared().readTree(stage.provider().ask("GET", "/v1/payments/" + order, ""));
    }
}
