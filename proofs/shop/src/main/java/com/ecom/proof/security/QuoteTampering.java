package com.ecom.proof.security;

import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.proof.security.fixture.Fixture;
import com.ecom.proof.security.fixture.Outcome;
import com.ecom.proof.security.fixture.Resources;
import com.ecom.shop.Gateway;
import com.ecom.shop.Gateway.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * Tries to pay less than a quote says: with a quote changed at every place, with somebody else's, with another total,
 * currency, basket, address or way of shipping, without a quote, and with the same one twice. Nobody gets an order out of
 * that, and the quote itself still costs exactly what it says.
 */
final class QuoteTampering {

    private static final String COUNTRY = QuoteMarket.COUNTRY;
    /** One character of so many is changed, from one end of a quote to the other. */
    private static final int STEP = 23;

    private final Fixture fixture;
    private final Gateway customer;
    private final String sku;
    private final List<String> violations = new ArrayList<>();
    private int tried;

    QuoteTampering(Fixture fixture) {
        this.fixture = fixture;
        this.customer = newCustomer();
        this.sku = Resources.aSku(fixture);
    }

    Outcome run() {
        new QuoteMarket(fixture)
                .open(() -> newCustomer().post("/api/quotes", Map.of("items", items(), "country", COUNTRY)));
        var quote = quoted(customer, "post");
        var signed = quote.path("quote").asString();
        for (int at = 0; at < signed.length(); at += STEP) {
            refused("QUOTE_INVALID", Map.of("quote", changed(signed, at)));
        }
        for (var forged : List.of(
                "q1.e30.x",
                signed + signed,
                signed.substring(0, signed.lastIndexOf('.')),
                "q0" + signed.substring(2))) {
            refused("QUOTE_INVALID", Map.of("quote", forged));
        }
        refused(
                "QUOTE_INVALID",
                Map.of("quote", quoted(newCustomer(), "post").path("quote").asString()));
        refused("TOTAL_CHANGED", Map.of("quote", signed, "expectedTotal", Map.of("amount", 1, "currency", "USD")));
        var total = quote.path("total").path("amount").asLong();
        refused("TOTAL_CHANGED", Map.of("quote", signed, "expectedTotal", Map.of("amount", total, "currency", "JPY")));
        refused("QUOTE_OUTDATED", Map.of("quote", signed, "items", List.of(Map.of("sku", sku, "quantity", 50))));
        refused("QUOTE_OUTDATED", Map.of("quote", signed, "shippingMethod", "courier"));
        refused("QUOTE_OUTDATED", Map.of("quote", signed, "shippingAddress", address("DE")));
        refused("QUOTE_REQUIRED", Map.of("items", items()));
        refused("QUOTE_REQUIRED", Map.of("items", items(), "expectedTotal", Map.of("amount", 1, "currency", "USD")));
        staysUnsold();
        costsWhatWasQuoted(signed, total);
        refused("QUOTE_USED", Map.of("quote", signed));
        return new Outcome(violations, Map.of("ways to pay less than was quoted", tried));
    }

    private void refused(String code, Map<String, Object> said) {
        tried++;
        var answer = order(said);
        if (answer.isGood() || !answer.body().path("code").asString("").equals(code)) {
            violations.add("%s was answered %d %s and not %s"
                    .formatted(
                            said.keySet(),
                            answer.status(),
                            answer.body().path("code").asString(""),
                            code));
        }
    }

    private void staysUnsold() {
        if (!customer.get("/api/orders").path("items").isEmpty()) {
            violations.add("Somebody who tampered with a quote got an order");
        }
    }

    private void costsWhatWasQuoted(String signed, long total) {
        var answer = order(Map.of("quote", signed));
        if (answer.body().path("total").path("amount").asLong(-1) != total) {
            violations.add("What was quoted for %d costs %s".formatted(total, answer));
        }
    }

    private Answer order(Map<String, Object> said) {
        var body = new HashMap<String, Object>(Map.of(
                "shippingAddress", address(COUNTRY), "paymentMethod", "pm_card_ok", "email", "tamperer@example.com"));
        body.putAll(said);
        return customer.postOnce("/api/orders", body, UUID.randomUUID().toString());
    }

    private JsonNode quoted(Gateway who, String method) {
        var wanted = Map.of("items", items(), "country", COUNTRY, "postalCode", "98000", "shippingMethod", method);
        return who.post("/api/quotes", wanted).good();
    }

    private List<Map<String, Object>> items() {
        return List.of(Map.of("sku", sku, "quantity", 2));
    }

    private Gateway newCustomer() {
        return fixture.anybody().as(fixture.issuer().of(UUID.randomUUID(), Role.CUSTOMER));
    }

    private static Map<String, Object> address(String country) {
        return Map.of(
                "recipient", "Ada", "line1", "1 Quai", "city", "Monaco", "postalCode", "98000", "country", country);
    }

    /** The last character of a part may hold bits that say nothing; a hyphen where none was says something everywhere. */
    private static String changed(String signed, int at) {
        var other = signed.charAt(at) == '-' ? '_' : '-';
        return signed.substring(0, at) + other + signed.substring(at + 1);
    }
}
