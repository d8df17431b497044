package com.ecom.proof.chaos;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.ecom.local.LocalShop;
import com.ecom.local.shop.Gateway;
import com.ecom.local.stack.Names;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares every book of the shop with every other, when all is quiet again: the invariants I1 to I14. */
final class Audit {

    private static final Set<String> UNPAID = Set.of("declined", "voided", "refunded", "new");

    private final LocalShop shop;
    private final Books books;
    private final List<String> violations = new ArrayList<>();

    Audit(LocalShop shop, Books books) {
        this.shop = shop;
        this.books = books;
    }

    List<String> violations() {
        return violations;
    }

    void everything(List<Wish> wishes, Log log, Set<String> poison, int killsOfNotification) throws Exception {
        violations.addAll(books.wrongWithTheShelf());
        nothingOnTheShelfIsMissing();
        nothingIsUnderWay();
        ordersStockAndMoneyAgree();
        whatWasAcceptedExists(wishes);
        theOutboxIsEmptyAndNothingOfItIsMissing(log);
        everythingWasConsumedOnce(log);
        mailsWereSentOnce(killsOfNotification);
        searchKnowsWhatIsSoldOut();
        deadLettersAreThePoison(poison);
        noConnectionLeaks();
        theTimelineSaysWhoAndWhy();
    }

    /** I2 */
    private void nothingOnTheShelfIsMissing() throws SQLException {
        for (var row : books.ask("""
                select s.sku, s.available, coalesce(d.delivered, 0), coalesce(h.promised, 0)
                from (select sku, sum(available) as available from ecom_inventory.stock group by sku) s
                left join (select m.sku, sum(m.delta) as delivered from ecom_inventory.stock_movement m
                           left join ecom_inventory.reservation r on r.order_id = m.ref
                           where r.order_id is null group by m.sku) d on d.sku = s.sku
                left join (select l.sku, sum(l.quantity) as promised from ecom_inventory.reservation_line l
                           join ecom_inventory.reservation r on r.order_id = l.order_id
                           where r.state in ('HELD', 'COMMITTED') group by l.sku) h on h.sku = s.sku
                where coalesce(d.delivered, 0) <> s.available + coalesce(h.promised, 0)
                """)) {
            violations.add("I2 %s: %s available and %s promised of %s delivered"
                    .formatted(row.get(0), row.get(1), row.get(3), row.get(2)));
        }
    }

    /** I3 */
    private void nothingIsUnderWay() throws SQLException {
        for (var row : books.ask("""
                select id, state from ecom_order.orders where state not in ('CONFIRMED', 'CANCELLED')
                """)) {
            violations.add("I3 order %s is stuck in %s".formatted(row.get(0), row.get(1)));
        }
        for (var row : books.ask("select order_id from ecom_inventory.reservation where state = 'HELD'")) {
            violations.add("I3 stock is still held for " + row.getFirst());
        }
    }

    /** I4, I5, I6 */
    private void ordersStockAndMoneyAgree() throws Exception {
        var payments = payments();
        for (var row : books.ask("""
                select o.id, o.state, o.total_amount, coalesce(r.state, 'NONE')
                from ecom_order.orders o left join ecom_inventory.reservation r on r.order_id = o.id
                """)) {
            var order = String.valueOf(row.get(0));
            var payment = payments.get(order);
            var money = payment == null ? "none" : payment.path("status").asString();
            var confirmed = "CONFIRMED".equals(row.get(1));
            expect(confirmed == "COMMITTED".equals(row.get(3)), "I4", order, row, money);
            expect(confirmed == money.equals("captured"), "I4", order, row, money);
            if (payment != null) {
                expect(!confirmed || payment.path("captures").asInt() == 1, "I4", order, row, money);
                expect(
                        !confirmed || payment.path("amount").asString().equals(row.get(2)),
                        "I4 wrong amount:",
                        order,
                        row,
                        money);
                expect(confirmed || UNPAID.contains(money), "I5", order, row, money);
                expect(payment.path("authorizations").asInt() <= 1, "I6", order, row, money);
            }
        }
        for (var order : payments.keySet()) {
            expect(
                    books.count("select count(*) from ecom_order.orders where id = ?", order) == 1,
                    "I7 money for an order that nobody knows:",
                    order,
                    List.of(),
                    "");
        }
    }

    private void expect(boolean truth, String invariant, String order, List<@Nullable String> row, String money) {
        if (!truth) {
            violations.add("%s order %s: %s, money %s".formatted(invariant, order, row, money));
        }
    }

    /** I7 */
    private void whatWasAcceptedExists(List<Wish> wishes) throws SQLException {
        var byKey = new HashMap<String, Set<String>>();
        for (var row : books.ask("select idempotency_key, id from ecom_order.orders")) {
            byKey.computeIfAbsent(String.valueOf(row.get(0)), _ -> new HashSet<>())
                    .add(String.valueOf(row.get(1)));
        }
        for (var wish : wishes) {
            var orders = byKey.getOrDefault(wish.key().toString(), Set.of());
            if (orders.size() > 1) {
                violations.add("I7 one key, several orders: " + orders);
            }
            if (wish.accepted() != null && !orders.contains(wish.accepted())) {
                violations.add("I7 accepted and lost: " + wish.accepted());
            }
            if (!wish.consistent()) {
                violations.add("I7 repetitions of %s were answered differently".formatted(wish.key()));
            }
        }
    }

    /** I8 */
    private void theOutboxIsEmptyAndNothingOfItIsMissing(Log log) throws SQLException {
        for (var database : Books.WITH_OUTBOX) {
            for (var row : books.ask(
                    "select event_id, topic, status from %s.outbox_event where status in (0, 2)".formatted(database))) {
                violations.add(
                        "I8 %s: event %s for %s has status %s".formatted(database, row.get(0), row.get(1), row.get(2)));
            }
        }
        for (var database : List.of("ecom_order", "ecom_inventory", "ecom_payment")) {
            var last = new HashMap<String, Integer>();
            for (var row :
                    books.ask("select event_id, topic, aggregate_id from %s.outbox_event where status = 1 order by id"
                            .formatted(database))) {
                var event = String.valueOf(row.get(0));
                var topic = String.valueOf(row.get(1));
                var place = log.firstPlaceOf(Shuffler.RAW + topic, event);
                if (place < 0) {
                    violations.add(
                            "I8 %s: event %s is marked as sent and is not on %s".formatted(database, event, topic));
                } else {
                    var before = last.put(topic + "/" + row.get(2), place);
                    if (before != null && before > place) {
                        violations.add(
                                "I8 %s: events of %s came out of order on %s".formatted(database, row.get(2), topic));
                    }
                }
            }
        }
    }

    /** I9, for the groups that carry the purchase. */
    private void everythingWasConsumedOnce(Log log) throws SQLException {
        for (var it : List.of(
                new Consumption("ecom_order", "order-service.inventory.events", "inventory.events", "inventory."),
                new Consumption("ecom_inventory", "inventory-service.order.events", "order.events", "order.created."),
                new Consumption(
                        "ecom_inventory", "inventory-service.inventory.commands", "inventory.commands", "inventory."),
                new Consumption("ecom_payment", "payment-service.payment.commands", "payment.commands", "payment."))) {
            var claimed = books
                    .ask("select event_id from %s.inbox_message where consumer = ?".formatted(it.database), it.group)
                    .stream()
                    .map(row -> String.valueOf(row.getFirst()))
                    .collect(toSet());
            log.eventsOf(it.topic, it.types).stream()
                    .filter(event -> !claimed.contains(event))
                    .forEach(event -> violations.add("I9 %s never handled %s".formatted(it.group, event)));
        }
    }

    /** I10, by our own books: what the mail server got twice after a crash is not seen here. */
    private void mailsWereSentOnce(int kills) throws SQLException {
        for (var row : books.ask("""
                select o.id, o.state, count(n.id), sum(n.status = 'SENT')
                from ecom_order.orders o
                left join ecom_notification.notification n
                  on n.about = o.id and n.template = concat('ORDER_', o.state)
                group by o.id, o.state having count(n.id) <> 1 or sum(n.status = 'SENT') <> 1
                """)) {
            violations.add("I10 order %s is %s: %s mails, %s of them sent"
                    .formatted(row.get(0), row.get(1), row.get(2), row.get(3)));
        }
        var more = books.count(
                "select coalesce(sum(greatest(0, cast(attempts as signed) - 1)), 0) from ecom_notification.notification");
        if (kills == 0 && more > 50) {
            violations.add("I10 mails were tried %d times more than once".formatted(more));
        }
    }

    /** I11 */
    private void searchKnowsWhatIsSoldOut() throws Exception {
        var available = books.ask("select sku, sum(available) from ecom_inventory.stock group by sku").stream()
                .collect(toMap(it -> String.valueOf(it.get(0)), it -> Long.parseLong(String.valueOf(it.get(1)))));
        var anybody = Gateway.at(shop.gateway().toString());
        var found = anybody.get("/api/search/products?size=100").path("items");
        if (found.isEmpty()) {
            violations.add("I11 search finds nothing");
        }
        for (var product : found) {
            var id = product.path("productId").asString();
            var inStock = false;
            for (var variant : anybody.get("/api/products/" + id).path("variants")) {
                inStock |= available.getOrDefault(variant.path("sku").asString(), 0L) > 0;
            }
            if (product.path("inStock").asBoolean() != inStock) {
                violations.add("I11 search says that %s is %s".formatted(id, inStock ? "sold out" : "in stock"));
            }
        }
    }

    /** I12 */
    private void deadLettersAreThePoison(Set<String> poison) {
        var letters = Log.read(shop.kafka(), "-dlt");
        var found = letters.all().stream()
                .map(it -> new String(it.value(), StandardCharsets.UTF_8))
                .collect(groupingBy(it -> it));
        poison.stream()
                .filter(it -> !found.containsKey(it))
                .forEach(it -> violations.add("I12 the poisonous message %s was not set aside".formatted(it)));
        found.keySet().stream()
                .filter(it -> !poison.contains(it))
                .forEach(it -> violations.add("I12 a good message was set aside: " + it));
    }

    /** I13 */
    private void noConnectionLeaks() throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            for (var service : Names.SERVICES) {
                var metrics = http.send(
                                HttpRequest.newBuilder(URI.create(shop.management(service) + "/actuator/prometheus"))
                                        .build(),
                                BodyHandlers.ofString())
                        .body();
                metrics.lines()
                        .filter(it -> it.startsWith("hikaricp_connections_active{"))
                        .filter(it -> !it.contains("outbox-relay"))
                        .filter(it -> Double.parseDouble(it.substring(it.lastIndexOf(' '))) > 2)
                        .forEach(it -> violations.add("I13 %s keeps connections: %s".formatted(service, it)));
            }
        }
    }

    /** I14 */
    private void theTimelineSaysWhoAndWhy() throws SQLException {
        for (var row : books.ask("""
                select o.id, o.state from ecom_order.orders o
                where o.state <> (select h.state from ecom_order.order_history h where h.order_id = o.id
                                  order by h.id desc limit 1)
                   or 'OrderPlaced' <> (select h.fact from ecom_order.order_history h where h.order_id = o.id
                                        order by h.id limit 1)
                """)) {
            violations.add("I14 the timeline of %s does not lead to %s".formatted(row.get(0), row.get(1)));
        }
        for (var row : books.ask("""
                select order_id, fact from ecom_order.order_history
                where actor = '' or (actor in ('inventory-service', 'payment-service') and cause_id is null)
                """)) {
            violations.add("I14 nobody knows who said %s of %s".formatted(row.get(1), row.get(0)));
        }
    }

    private Map<String, JsonNode> payments() throws IOException, InterruptedException {
        var provider = shop.paymentProvider();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(provider.url().resolve("/v1/payments"))
                            .header("Authorization", "Bearer " + provider.apiKey())
                            .build(),
                    BodyHandlers.ofString());
            var payments = new HashMap<String, JsonNode>();
            JsonMapper.shared()
                    .readTree(answer.body())
                    .forEach(it -> payments.put(it.path("orderId").asString(), it));
            return payments;
        }
    }

    static String typeOf(ConsumerRecord<String, byte[]> record) {
        var header = record.headers().lastHeader("ce_type");
        return header == null ? "" : new String(Objects.requireNonNull(header.value()), StandardCharsets.UTF_8);
    }

    private record Consumption(String database, String group, String topic, String types) {}
}
