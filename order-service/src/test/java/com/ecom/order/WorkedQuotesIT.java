package com.ecom.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.order.model.totals.WorkedOrders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The worked orders, quoted and bought over HTTP: what is charged is what two scripts computed, to the minor unit. */
class WorkedQuotesIT extends QuoteScenario {

    /** All but those with an exemption, which no request can claim. */
    private static final int BOUGHT = 44;

    private static final Instant LONG_AGO = Instant.parse("2024-01-01T00:00:00Z");
    private static final Instant LONG_TO_COME = Instant.parse("2999-01-01T00:00:00Z");

    WorkedQuotesIT() {
        super("AX");
    }

    @Test
    void everyWorkedOrderCostsWhatItShould() {
        var bought = new ArrayList<String>();
        WorkedOrders.all()
                .map(WorkedOrders.Worked::expected)
                .filter(it -> !it.has("exempt"))
                .forEach(it -> {
                    buy(it);
                    bought.add(it.path("name").asString());
                });
        assertThat(bought).hasSize(BOUGHT);
    }

    private void buy(JsonNode worked) {
        var name = worked.path("name").asString();
        worked.path("basket").forEach(it -> offer(it, worked.path("money").asString()));
        marketSellsBy(JsonMapper.shared().writeValueAsString(rules(worked)));

        var quote = quoted("'postalCode':'100','items':%s,'codes':%s".formatted(items(worked), codes(worked)));
        var receipt = body(orderBy(wordOf(quote)).expectStatus().isCreated());

        var bill = worked.path("bill");
        var total = bill.path("totals").path(5).asLong();
        assertThat(quote.path("total").path("amount").asLong()).as(name).isEqualTo(total);
        assertThat(receipt.path("total").path("amount").asLong()).as(name).isEqualTo(total);
        var order = receipt.path("orderId").asString();
        assertThat(paidByLine(order)).as(name).isEqualTo(paid(bill));
        assertThat(jdbc.sql("select shipping_amount from orders where id = ? and total_amount = ?")
                        .params(order, total)
                        .query(Long.class)
                        .single())
                .as(name)
                .isEqualTo(bill.path("shipping").path(4).asLong());
    }

    private void offer(JsonNode line, String currency) {
        var sku = line.path("sku").asString();
        var each = line.path("each").asLong();
        sells(sku, line.has("reduced") ? 2 * each : each, currency);
        if (line.has("reduced")) {
            reduces(sku, each, LONG_AGO, LONG_TO_COME);
        }
    }

    private Map<String, List<Long>> paidByLine(String order) {
        var lines = new LinkedHashMap<String, List<Long>>();
        jdbc.sql("select sku, paid_amount, tax_amount from order_line where order_id = ?")
                .param(order)
                .query(row -> {
                    lines.put(row.getString("sku"), List.of(row.getLong("tax_amount"), row.getLong("paid_amount")));
                });
        return lines;
    }

    private static Map<String, List<Long>> paid(JsonNode bill) {
        var lines = new LinkedHashMap<String, List<Long>>();
        bill.path("lines")
                .propertyStream()
                .forEach(it -> lines.put(
                        it.getKey(),
                        List.of(
                                it.getValue().path(4).asLong(),
                                it.getValue().path(5).asLong())));
        return lines;
    }

    private static String items(JsonNode worked) {
        return JsonMapper.shared()
                .writeValueAsString(worked.path("basket")
                        .valueStream()
                        .map(it -> Map.of(
                                "sku", it.path("sku").asString(),
                                "quantity", it.path("units").asInt()))
                        .toList());
    }

    private static String codes(JsonNode worked) {
        return JsonMapper.shared()
                .writeValueAsString(worked.path("promotions")
                        .valueStream()
                        .filter(it -> it.path("byCode").asBoolean(false))
                        .map(WorkedQuotesIT::codeFor)
                        .toList());
    }

    private static String codeFor(JsonNode promotion) {
        return "C" + promotion.path("id").asString().replace("-", "").toUpperCase(Locale.ROOT);
    }

    private static Map<String, Object> rules(JsonNode worked) {
        var rules = new LinkedHashMap<String, Object>();
        rules.put("currency", worked.path("money").asString());
        rules.put("priceMode", worked.path("taxIs").asString().equals("inside") ? "GROSS" : "NET");
        rules.put("step", worked.path("step").asInt(1));
        rules.put("taxRounding", worked.path("taxRounding").asString("HALF_UP"));
        rules.put("countries", List.of("AX"));
        rules.put(
                "goods",
                worked.path("basket").valueStream().map(WorkedQuotesIT::goods).toList());
        rules.put(
                "taxes",
                worked.path("rates").propertyStream().map(it -> tax(worked, it)).toList());
        rules.put("zones", List.of(Map.of("id", "here", "areas", List.of(Map.of("country", "AX")))));
        if (worked.has("shipping")) {
            rules.put("shipping", List.of(shipping(worked.path("shipping"))));
        }
        rules.put(
                "promotions",
                worked.path("promotions")
                        .valueStream()
                        .map(WorkedQuotesIT::promotion)
                        .toList());
        return rules;
    }

    private static Map<String, Object> goods(JsonNode line) {
        return Map.of(
                "skus", List.of(line.path("sku").asString()),
                "taxCategory", line.path("tax").asString(),
                "digital", line.path("digital").asBoolean(false));
    }

    private static Map<String, Object> tax(JsonNode worked, Map.Entry<String, JsonNode> rate) {
        var parts = worked.path("authorities")
                .path(rate.getValue().asString())
                .propertyStream()
                .map(it -> Map.of("name", it.getKey(), "ppm", it.getValue().asInt()))
                .toList();
        return Map.of(
                "category", rate.getKey(),
                "area", Map.of("country", "AX"),
                "ppm", rate.getValue().asInt(),
                "parts", parts,
                "from", "2024-01-01T00:00:00Z");
    }

    private static Map<String, Object> shipping(JsonNode it) {
        var price = new LinkedHashMap<String, Object>(
                Map.of("zone", "here", "price", it.path("price").asLong()));
        if (it.has("freeFrom")) {
            price.put("freeFrom", it.path("freeFrom").asLong());
        }
        var way = new LinkedHashMap<String, Object>(Map.of("id", "parcel", "prices", List.of(price)));
        way.put("threshold", it.path("threshold").asString("AFTER_DISCOUNTS"));
        way.put("taxPolicy", it.path("taxPolicy").asString("PROPORTIONAL"));
        if (it.has("tax")) {
            way.put("taxCategory", it.path("tax").asString());
        }
        return way;
    }

    private static Map<String, Object> promotion(JsonNode it) {
        var rule = new LinkedHashMap<String, Object>();
        rule.put("id", it.path("id").asString());
        rule.put("name", it.path("id").asString());
        rule.put("effect", effect(it));
        rule.put("priority", it.path("priority").asInt(0));
        rule.put("exclusive", it.path("exclusive").asBoolean(false));
        if (it.has("group")) {
            rule.put("group", it.path("group").asString());
        }
        if (it.has("from")) {
            rule.put(
                    "conditions",
                    List.of(Map.of(
                            "type", "MINIMUM_AMOUNT", "amount", it.path("from").asLong())));
        }
        if (it.path("byCode").asBoolean(false)) {
            rule.put("codes", List.of(codeFor(it)));
        }
        return rule;
    }

    private static Map<String, Object> effect(JsonNode it) {
        var effect =
                new LinkedHashMap<String, Object>(Map.of("type", it.path("kind").asString()));
        for (var number : List.of("basisPoints", "amount", "buy", "get", "count")) {
            if (it.has(number)) {
                effect.put(number, it.path(number).asLong());
            }
        }
        if (it.has("price")) {
            effect.put("amount", it.path("price").asLong());
        }
        if (it.path("of").has("notReduced")) {
            effect.put(
                    "filter",
                    Map.of("excludeSale", it.path("of").path("notReduced").asBoolean()));
        }
        if (it.path("of").has("skus")) {
            effect.put("filter", Map.of("skus", skus(it.path("of"))));
        }
        if (it.path("reward").has("skus")) {
            effect.put("rewarded", Map.of("skus", skus(it.path("reward"))));
        }
        return effect;
    }

    private static List<String> skus(JsonNode filter) {
        return filter.path("skus").valueStream().map(JsonNode::asString).toList();
    }
}
