package com.ecom.proof.chaos;

import static java.util.stream.Collectors.toMap;

import com.ecom.local.LocalShop;
import com.ecom.local.stack.Names;
import com.ecom.shop.Gateway;
import com.ecom.shop.Metrics;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares every book of the shop with every other, when all is quiet again; {@link MessageAudit} does so for messages. */
final class Audit {

    private static final Set<String> UNPAID = Set.of("declined", "voided", "refunded", "new");

    private static final int LOOKS = 20;

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

    void everything(List<PlannedOrder> planned) throws Exception {
        violations.addAll(books.wrongWithTheShelf());
        nothingOnTheShelfIsMissing();
        nothingIsUnderWay();
        ordersStockAndMoneyAgree();
        whatWasAcceptedExists(planned);
        searchKnowsWhatIsSoldOut();
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
    private void whatWasAcceptedExists(List<PlannedOrder> planned) throws SQLException {
        var byKey = new HashMap<String, Set<String>>();
        for (var row : books.ask("select idempotency_key, id from ecom_order.orders")) {
            byKey.computeIfAbsent(String.valueOf(row.get(0)), _ -> new HashSet<>())
                    .add(String.valueOf(row.get(1)));
        }
        for (var plan : planned) {
            var orders = byKey.getOrDefault(plan.key().toString(), Set.of());
            if (orders.size() > 1) {
                violations.add("I7 one key, several orders: " + orders);
            }
            if (plan.accepted() != null && !orders.contains(plan.accepted())) {
                violations.add("I7 accepted and lost: " + plan.accepted());
            }
            if (!plan.consistent()) {
                violations.add("I7 repetitions of %s were answered differently".formatted(plan.key()));
            }
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

    /** I13: whoever uses a connection gives it back, so that at some moment of a quiet shop none is in use. */
    private void noConnectionLeaks() throws IOException, InterruptedException {
        var least = new HashMap<String, Double>();
        for (int look = 0; look < LOOKS; look++) {
            for (var service : Names.SERVICES) {
                Metrics.at(shop.management(service))
                        .series("hikaricp_connections_active")
                        .forEach((pool, used) -> least.merge(service + " " + pool, used, Math::min));
            }
            TimeUnit.MILLISECONDS.sleep(150);
        }
        least.forEach((pool, used) -> {
            if (used > 0) {
                violations.add("I13 %s never gives %.0f connections back".formatted(pool, used));
            }
        });
        if (least.size() < Books.WITH_OUTBOX.size()) {
            violations.add("I13 only these pools say how they are: " + least.keySet());
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

    /** What the provider has given back so far, by order. */
    Map<String, Long> returned() throws IOException, InterruptedException {
        return payments().values().stream()
                .filter(it -> it.path("returned").asLong() > 0)
                .collect(toMap(
                        it -> it.path("orderId").asString(),
                        it -> it.path("returned").asLong()));
    }

    private Map<String, JsonNode> payments() throws IOException, InterruptedException {
        var payments = new HashMap<String, JsonNode>();
        JsonMapper.shared()
                .readTree(shop.paymentProvider().ask("GET", "/v1/payments", ""))
                .forEach(it -> payments.put(it.path("orderId").asString(), it));
        return payments;
    }
}
