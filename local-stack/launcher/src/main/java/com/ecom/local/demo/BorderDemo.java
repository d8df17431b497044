package com.ecom.local.demo;

import com.ecom.shop.Gateway;
import com.ecom.shop.ShopSaysNo;
import com.ecom.shop.Shopper;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Buys across a border with a coupon: what the quote says, line by line, is what the order costs. */
final class BorderDemo {

    private static final String MARKET = "/api/admin/markets/liechtenstein";

    private static final Map<String, String> ADDRESS = Map.of(
            "recipient", "Ada Example",
            "line1", "Städtle 1",
            "city", "Vaduz",
            "postalCode", "9490",
            "country", "LI");

    private final Gateway anybody;
    private final Gateway admin;
    private final Consumer<String> say;

    BorderDemo(Gateway anybody, Gateway admin, Consumer<String> say) {
        this.anybody = anybody;
        this.admin = admin;
        this.say = say;
    }

    /** @return the order */
    String buy(JsonNode product) {
        var variant = product.path("variants").path(0);
        var sku = variant.path("sku").asString();
        setUp(variant.path("price").path("currency").asString());
        var shopper = Shopper.signUp(anybody);
        var wanted = Map.of(
                "items",
                List.of(Map.of("sku", sku, "quantity", 3)),
                "country",
                "LI",
                "postalCode",
                "9490",
                "codes",
                List.of("WELCOME-10"));
        var quote = shopper.shop().post("/api/quotes", wanted).good();
        say.accept("Three of it to Vaduz with the coupon WELCOME-10, quoted until %s:"
                .formatted(quote.path("expiresAt").asString()));
        show(quote.path("bill"));

        var checkout = Map.of(
                "quote", quote.path("quote").asString(), "shippingAddress", ADDRESS, "paymentMethod", "pm_card_ok");
        var order = shopper.shop()
                .postOnce("/api/orders", checkout, UUID.randomUUID().toString())
                .good()
                .path("orderId")
                .asString();
        var sold = shopper.orderAt(order, "CONFIRMED");
        if (!sold.path("total").equals(quote.path("total"))
                || !sold.path("bill").equals(quote.path("bill"))) {
            throw new ShopSaysNo("The order %s costs something else than its quote".formatted(order));
        }
        var again = shopper.shop().post("/api/quotes", wanted);
        if (!again.body().path("code").asString("").equals("CODE_NOT_USABLE")) {
            throw new ShopSaysNo("The coupon is good for one order of each customer, and not refused: " + again);
        }
        say.accept("The order %s is CONFIRMED for exactly that, and the coupon is good for no second one"
                .formatted(order));
        return order;
    }

    /** A market of the demo's own, once. */
    private void setUp(String currency) {
        var rules = JsonMapper.shared().readTree("""
                {"currency": "%s", "priceMode": "GROSS", "countries": ["LI"],
                 "taxes": [{"category": "standard", "area": {"country": "LI"}, "ppm": 81000, "code": "MWST",
                            "from": "2024-01-01T00:00:00Z"}],
                 "zones": [{"id": "abroad", "areas": [{"country": "LI"}]}],
                 "shipping": [{"id": "post", "prices": [{"zone": "abroad", "price": 1290}]},
                              {"id": "courier", "prices": [{"zone": "abroad", "price": 2900}]}],
                 "promotions": [{"id": "welcome", "name": "Ten percent for who is new", "codes": ["WELCOME10"],
                                 "effect": {"type": "PERCENT_OFF_ORDER", "basisPoints": 1000},
                                 "maxUsesPerCustomer": 1}]}
                """.formatted(currency));
        var known = admin.look(MARKET);
        if (known.isGood()
                && known.body().path("rules").path("currency").asString().equals(currency)) {
            return;
        }
        var seen = known.isGood() ? known.body().path("version").asInt() : 0;
        admin.replace(MARKET, Map.of("rules", rules, "reason", "for the demo"), seen)
                .good();
        say.accept("Staff set up a market: Liechtenstein, with shipping, tax and a coupon");
    }

    private void show(JsonNode bill) {
        var currency = Currency.getInstance(bill.path("currency").asString());
        bill.path("lines")
                .forEach(it -> row(
                        "%d x %s at %s"
                                .formatted(
                                        it.path("quantity").asInt(),
                                        it.path("sku").asString(),
                                        amount(it.path("unitPrice"), currency)),
                        it.path("subtotal"),
                        currency));
        bill.path("discounts").forEach(it -> row("- " + it.path("promotion").asString(), it.path("amount"), currency));
        var shipping = bill.path("shipping");
        row("shipping by " + shipping.path("method").asString(), shipping.path("paid"), currency);
        bill.path("taxes")
                .forEach(it -> row(
                        "in it %s %% %s"
                                .formatted(
                                        BigDecimal.valueOf(it.path("ppm").asLong(), 4)
                                                .stripTrailingZeros()
                                                .toPlainString(),
                                        it.path("code").asString()),
                        it.path("tax"),
                        currency));
        row("total " + currency, bill.path("total"), currency);
    }

    private void row(String what, JsonNode amount, Currency currency) {
        say.accept("    %-40s %12s".formatted(what, amount(amount, currency)));
    }

    private static String amount(JsonNode minor, Currency currency) {
        return BigDecimal.valueOf(minor.asLong(), currency.getDefaultFractionDigits())
                .toPlainString();
    }
}
