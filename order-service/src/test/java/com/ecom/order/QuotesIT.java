package com.ecom.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.test.TestIssuer;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/** A knife and tea across the border to Andorra: what a quote says is what is charged, once. */
class QuotesIT extends QuoteScenario {

    private static final String RULES = """
            {'currency':'CHF','priceMode':'GROSS','countries':['AD'],
             'goods':[{'skus':['TEA'],'taxCategory':'food'}],
             'taxes':[
               {'category':'standard','area':{'country':'AD'},'ppm':81000,'from':'2024-01-01T00:00:00Z'},
               {'category':'food','area':{'country':'AD'},'ppm':26000,'from':'2024-01-01T00:00:00Z'}],
             'zones':[{'id':'valley','areas':[{'country':'AD'}]}],
             'shipping':[{'id':'post','prices':[{'zone':'valley','price':790}]},
                         {'id':'courier','prices':[{'zone':'valley','price':1500}]}],
             'promotions':[
               {'id':'seventh','name':'Seven percent','codes':['SEVENOFF'],
                'effect':{'type':'PERCENT_OFF_ORDER','basisPoints':700}},
               {'id':'over','name':'Over','codes':['OVER1'],'endsAt':'2024-01-01T00:00:00Z',
                'effect':{'type':'PERCENT_OFF_ORDER','basisPoints':9000}},
               {'id':'rich','name':'For much','codes':['MUCH1'],
                'conditions':[{'type':'MINIMUM_AMOUNT','amount':1000000}],
                'effect':{'type':'PERCENT_OFF_ORDER','basisPoints':9000}}]}
            """;
    private static final String BASKET = "'items':[{'sku':'KNIFE','quantity':1},{'sku':'TEA','quantity':2}]";
    private static final String WANTED = BASKET + ",'postalCode':'100','codes':['seven-off']";

    QuotesIT() {
        super("AD");
    }

    @BeforeEach
    void theMarketSells() {
        sells("KNIFE", 4_195, "CHF");
        sells("TEA", 689, "CHF");
        marketSellsBy(RULES);
    }

    @Test
    void aQuoteExplainsEveryStepAndTheOrderCostsExactlyThat() {
        var quote = quoted(WANTED);

        assertThat(quote.path("total").path("amount").asLong()).isEqualTo(5_973);
        assertThat(quote.path("bill").path("discount").asLong()).isEqualTo(390);
        assertThat(quote.path("bill").path("tax").asLong()).isEqualTo(374);
        assertThat(quote.path("shippingMethod").asString()).isEqualTo("post");
        assertThat(quote.path("methods")).hasSize(2);
        assertThat(quote.path("bill").path("discounts").path(0).path("name").asString())
                .isEqualTo("Seven percent");
        assertThat(quote.path("codes").path(0).path("code").asString()).isEqualTo("SEVENOFF");
        assertThat(quote.path("codes").path(0).path("promotions").path(0).asString())
                .isEqualTo("seventh");

        var receipt = body(orderBy(wordOf(quote)).expectStatus().isCreated());
        assertThat(receipt.path("total").path("amount").asLong()).isEqualTo(5_973);
        var order = body(shop.as(customer)
                .get()
                .uri("/api/orders/" + receipt.path("orderId").asString())
                .exchange());
        assertThat(order.path("bill")).isEqualTo(quote.path("bill"));
        assertThat(order.path("total").path("amount").asLong()).isEqualTo(5_973);
    }

    @Test
    void aPriceThatRoseMeanwhileIsNotCharged() {
        var quote = quoted(WANTED);
        sells("KNIFE", 9_999, "CHF");
        marketSellsBy(RULES.replace("790", "99000"));

        assertThat(body(orderBy(wordOf(quote)).expectStatus().isCreated())
                        .path("total")
                        .path("amount")
                        .asLong())
                .isEqualTo(5_973);
        var next = quoted(WANTED + ",'shippingMethod':'courier','replaces':'" + wordOf(quote) + "'");
        assertThat(next.path("notices").valueStream().map(it -> it.path("code").asString()))
                .containsExactly("PRICE_CHANGED", "SHIPPING_CHANGED", "TAX_CHANGED", "TOTAL_CHANGED");
        assertThat(next.path("notices").path(0).path("now").path("amount").asLong())
                .isEqualTo(9_999);
    }

    @Test
    void twentyAtOnceWithOneQuoteAreOneOrder() throws Exception {
        var word = wordOf(quoted(WANTED));
        Callable<Integer> attempt = () -> {
            var key = UUID.randomUUID().toString();
            // Whoever hears that the database has its hands full asks again under the same key.
            return await().until(
                            () -> order(customer, key, "'quote':'" + word + "'")
                                    .expectBody()
                                    .returnResult()
                                    .getStatus()
                                    .value(),
                            it -> it != 503);
        };
        try (var pool = Executors.newFixedThreadPool(20)) {
            var statuses = pool.invokeAll(Collections.nCopies(20, attempt)).stream()
                    .map(Future::resultNow)
                    .collect(Collectors.groupingBy(it -> it, Collectors.counting()));
            assertThat(statuses).containsEntry(201, 1L).containsEntry(409, 19L);
        }
        assertThat(ordersOf(customer)).isEqualTo(1);
        var refused = body(orderBy(word).expectStatus().isEqualTo(409));
        assertThat(refused.path("code").asString()).isEqualTo("QUOTE_USED");
        assertThat(refused.path("orderId").asString()).isEqualTo(onlyOrder());
    }

    @Test
    void whoRepeatsTheirRequestHearsTheFirstAnswer() {
        var key = UUID.randomUUID().toString();
        var by = "'quote':'" + wordOf(quoted(WANTED)) + "'";

        order(customer, key, by).expectStatus().isCreated();
        order(customer, key, by).expectStatus().isCreated().expectHeader().valueEquals("Idempotency-Replayed", "true");
        assertThat(ordersOf(customer)).isEqualTo(1);
    }

    @Test
    void aQuoteThatWasChangedOrIsSomebodyElsesIsNone() {
        var word = wordOf(quoted(WANTED));

        for (int at : new int[] {1, 3, word.length() / 2, word.length() - 2}) {
            var other = word.charAt(at) == 'A' ? 'B' : 'A';
            var forged = word.substring(0, at) + other + word.substring(at + 1);
            assertThat(codeOf(orderBy(forged), 422)).isEqualTo("QUOTE_INVALID");
        }
        assertThat(codeOf(orderBy("cheap"), 422)).isEqualTo("QUOTE_INVALID");
        var stranger = TestIssuer.customer();
        assertThat(codeOf(order(stranger, UUID.randomUUID().toString(), "'quote':'" + word + "'"), 422))
                .isEqualTo("QUOTE_INVALID");
        assertThat(codeOf(quote(stranger, WANTED + ",'replaces':'" + word + "'"), 422))
                .isEqualTo("QUOTE_INVALID");
        assertThat(ordersOf(customer) + ordersOf(stranger)).isZero();
    }

    @Test
    void aQuoteIsForWhatWasQuotedAndForNowhereElse() {
        var word = wordOf(quoted(BASKET + ",'postalCode':'200'"));
        var refused = body(orderBy(word).expectStatus().isEqualTo(409));
        assertThat(refused.path("code").asString()).isEqualTo("QUOTE_OUTDATED");
        assertThat(refused.path("changed").path(0).asString()).isEqualTo("ADDRESS");

        var byCourier = "'shippingMethod':'courier','quote':'" + wordOf(quoted(WANTED)) + "'";
        var rerouted = body(order(customer, UUID.randomUUID().toString(), byCourier)
                .expectStatus()
                .isEqualTo(409));
        assertThat(rerouted.path("changed").valueStream())
                .extracting(JsonNode::asString)
                .containsExactly("METHOD");

        var other = "'items':[{'sku':'TEA','quantity':3}],'quote':'" + wordOf(quoted(WANTED)) + "'";
        var changed = body(order(customer, UUID.randomUUID().toString(), other)
                .expectStatus()
                .isEqualTo(409));
        assertThat(changed.path("changed").path(0).asString()).isEqualTo("CART");
        assertThat(ordersOf(customer)).isZero();
    }

    @Test
    void aTotalThatTheCustomerDoesNotExpectIsNotCharged() {
        for (var expected : new String[] {"{'amount':5972,'currency':'CHF'}", "{'amount':5973,'currency':'EUR'}"}) {
            var by = "'expectedTotal':%s,'quote':'%s'".formatted(expected, wordOf(quoted(WANTED)));
            assertThat(codeOf(order(customer, UUID.randomUUID().toString(), by), 409))
                    .isEqualTo("TOTAL_CHANGED");
        }
        assertThat(ordersOf(customer)).isZero();
    }

    @Test
    void aQuoteEndsAfterAQuarterOfAnHourOrWhereSomethingChangesBefore() {
        var usual = Instant.parse(quoted(WANTED).path("expiresAt").asString());
        assertThat(usual)
                .isBetween(
                        Instant.now().plus(Duration.ofMinutes(14)),
                        Instant.now().plus(Duration.ofMinutes(15)));

        var edge = Instant.now().plusSeconds(90);
        marketSellsBy(RULES.replace("'id':'seventh'", "'id':'seventh','endsAt':'" + edge + "'"));
        assertThat(Instant.parse(quoted(WANTED).path("expiresAt").asString())).isEqualTo(edge);
    }

    @Test
    void aQuoteThatIsOverIsNotHonoured() throws Exception {
        var edge = Instant.now().plusSeconds(5);
        marketSellsBy(RULES.replace("'id':'seventh'", "'id':'seventh','endsAt':'" + edge + "'"));
        var word = wordOf(quoted(WANTED));
        await().until(() -> Instant.now().isAfter(edge));

        assertThat(codeOf(orderBy(word), 409)).isEqualTo("QUOTE_EXPIRED");
        assertThat(codeOf(quote(customer, WANTED), 422)).isEqualTo("CODE_NOT_USABLE");
    }

    @Test
    void whereAMarketSellsNothingIsSoldWithoutAQuoteOrInAnotherCurrency() {
        assertThat(codeOf(order(customer, UUID.randomUUID().toString(), BASKET), 422))
                .isEqualTo("QUOTE_REQUIRED");
        sells("TEA", 689, "EUR");
        assertThat(codeOf(quote(customer, "'items':[{'sku':'TEA','quantity':1}]"), 422))
                .isEqualTo("NOT_FOR_SALE");
        assertThat(codeOf(quote(customer, WANTED), 422)).isEqualTo("MIXED_CURRENCIES");
    }

    @Test
    void whatIsWrongWithACodeIsNotSaid() {
        for (var code : new String[] {"UNKNOWN1", "OVER1", "MUCH1"}) {
            var refused = body(quote(customer, BASKET + ",'codes':['SEVENOFF','" + code + "']")
                    .expectStatus()
                    .isEqualTo(422));
            assertThat(refused.path("code").asString()).isEqualTo("CODE_NOT_USABLE");
            assertThat(refused.path("codes").valueStream())
                    .extracting(JsonNode::asString)
                    .containsExactly(code);
        }
    }

    @Test
    void theNextQuoteSaysWhatCameAndWhatWent() {
        var word = wordOf(quoted("'items':[{'sku':'KNIFE','quantity':1}]"));

        var next = quoted("'items':[{'sku':'TEA','quantity':1}],'replaces':'" + word + "'");
        assertThat(next.path("notices")
                        .valueStream()
                        .map(it -> it.path("code").asString() + " "
                                + it.path("sku").asString("")))
                .contains("NOT_IN_IT_ANY_MORE KNIFE", "ADDED TEA");
    }

    @Test
    void whoTriesTooManyCodesWaits() {
        for (int i = 0; i < 10; i++) {
            assertThat(codeOf(quote(customer, BASKET + ",'codes':['GUESS" + i + "']"), 422))
                    .isEqualTo("CODE_NOT_USABLE");
        }
        var refused = quote(customer, WANTED).expectHeader().exists("Retry-After");
        assertThat(codeOf(refused, 429)).isEqualTo("TOO_MANY_CODES");
        quote(customer, BASKET + ",'postalCode':'100'").expectStatus().isOk();
    }

    @Test
    void whatIsNotForSaleAnyMoreIsNotSoldByAQuoteEither() {
        var word = wordOf(quoted(WANTED));
        jdbc.sql("update price set on_sale = false where sku = 'TEA'").update();

        assertThat(codeOf(orderBy(word), 422)).isEqualTo("NOT_FOR_SALE");
    }

    @Test
    void nobodySellsThereInOneCurrencyTwice() {
        shop.as(admin)
                .put()
                .uri("/api/admin/markets/rival")
                .header("If-Match", "\"0\"")
                .contentType(MediaType.APPLICATION_JSON)
                .body("""
                        {"reason":"rival","rules":{"currency":"CHF","priceMode":"GROSS","countries":["AD"]}}
                        """)
                .exchange()
                .expectStatus()
                .isEqualTo(422);
    }

    @Test
    void guestsBuyByAQuoteToo() {
        var guest = TestIssuer.bearer(Role.GUEST);
        var word = wordOf(body(quote(guest, WANTED).expectStatus().isOk()));

        order(guest, UUID.randomUUID().toString(), "'email':'ada@example.com','quote':'" + word + "'")
                .expectStatus()
                .isCreated();
    }

    private String onlyOrder() {
        return jdbc.sql("select id from orders where owner = ?")
                .param(customer.id().toString())
                .query(String.class)
                .single();
    }
}
