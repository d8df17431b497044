package com.ecom.order;

import com.ecom.core.jdbc.Utc;
import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import com.ecom.test.TestIssuer;
import com.ecom.test.TestIssuer.Bearer;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** A market that sells to one country, of which no other test buys anything, and somebody who buys there. */
@ServiceTest
abstract class QuoteScenario {

    @Autowired
    Shop shop;

    @Autowired
    JdbcClient jdbc;

    final Bearer admin = TestIssuer.bearer(Role.ADMIN);
    final Bearer customer = TestIssuer.customer();
    private final String country;

    QuoteScenario(String country) {
        this.country = country;
    }

    /** Instead of whatever sells to the country now. */
    void marketSellsBy(String rules) {
        var market = "only-" + country.toLowerCase(java.util.Locale.ROOT);
        var seen = jdbc.sql("select coalesce(max(version), 0) from market_version where market = ?")
                .param(market)
                .query(Integer.class)
                .single();
        shop.as(admin)
                .put()
                .uri("/api/admin/markets/" + market)
                .header("If-Match", "\"%d\"".formatted(seen))
                .contentType(MediaType.APPLICATION_JSON)
                .body(("{'reason':'a test','rules':" + rules + "}").replace('\'', '"'))
                .exchange()
                .expectStatus()
                .isOk();
    }

    void sells(String sku, long price, String currency) {
        jdbc.sql("""
                insert into price (sku, product_id, name, amount, currency, on_sale, version)
                values (?, ?, ?, ?, ?, true, 1)
                on duplicate key update amount = values(amount), currency = values(currency), on_sale = true,
                    sale_until = null
                """).params(sku, "p-" + sku, "A " + sku, price, currency).update();
    }

    /** What costs something already costs less for a while. */
    void reduces(String sku, long amount, Instant from, Instant until) {
        jdbc.sql("update price set sale_amount = ?, sale_from = ?, sale_until = ? where sku = ?")
                .params(amount, Utc.column(from), Utc.column(until), sku)
                .update();
    }

    /** What is sold already is sold for a while only. */
    void publishes(String sku, Instant from, Instant until) {
        jdbc.sql("update price set published_from = ?, published_until = ? where sku = ?")
                .params(Utc.column(from), Utc.column(until), sku)
                .update();
    }

    ResponseSpec quote(Bearer who, String wanted) {
        return shop.as(who)
                .post()
                .uri("/api/quotes")
                .contentType(MediaType.APPLICATION_JSON)
                .body(("{'country':'%s',".formatted(country) + wanted + "}").replace('\'', '"'))
                .exchange();
    }

    JsonNode quoted(String wanted) {
        return body(quote(customer, wanted).expectStatus().isOk());
    }

    ResponseSpec order(Bearer who, String key, String more) {
        var checkout = ("{'paymentMethod':'pm_card_ok','shippingAddress':{'recipient':'Ada','line1':'1 Road',"
                        + "'city':'Town','postalCode':'100','country':'%s'},".formatted(country)
                        + more + "}")
                .replace('\'', '"');
        return shop.as(who)
                .post()
                .uri("/api/orders")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .body(checkout)
                .exchange();
    }

    ResponseSpec orderBy(String quote) {
        return order(customer, UUID.randomUUID().toString(), "'quote':'" + quote + "'");
    }

    long ordersOf(Bearer who) {
        return jdbc.sql("select count(*) from orders where owner = ?")
                .param(who.id().toString())
                .query(Long.class)
                .single();
    }

    static String wordOf(JsonNode quote) {
        return quote.path("quote").asString();
    }

    static String codeOf(ResponseSpec answer, int status) {
        return body(answer.expectStatus().isEqualTo(status)).path("code").asString();
    }

    static JsonNode body(ResponseSpec answer) {
        return Objects.requireNonNull(
                answer.expectBody(JsonNode.class).returnResult().getResponseBody());
    }
}
