package com.ecom.order;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.order.model.CancelReason;
import com.ecom.order.model.Lifecycle;
import com.ecom.order.model.OrderFact;
import com.ecom.order.model.OrderFact.PaymentAuthorized;
import com.ecom.order.model.OrderFact.PaymentCaptured;
import com.ecom.order.model.OrderFact.StockCommitted;
import com.ecom.order.model.OrderFact.StockRefused;
import com.ecom.order.model.OrderFact.StockReserved;
import com.ecom.order.model.OrderId;
import com.ecom.test.TestIssuer;
import com.ecom.test.TestIssuer.Bearer;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** A use of a limited promotion is stock of a kind: reserved with the order, committed or given back with it. */
class UsesOfPromotionsIT extends QuoteScenario {

    private static final String ITEMS = "'items':[{'sku':'SAIL','quantity':1}]";

    private static final int UUID_LENGTH = 36;

    @Autowired
    Lifecycle lifecycle;

    /** A promotion of its own for each test, as counters outlive it. */
    private final String promotion = "p" + UUID.randomUUID().toString().substring(0, 12);

    private final String code = promotion.replace("-", "").toUpperCase(java.util.Locale.ROOT);

    UsesOfPromotionsIT() {
        super("FO");
    }

    @BeforeEach
    void somethingIsForSale() {
        sells("SAIL", 10_000, "EUR");
    }

    @Test
    void ofManyBuyersAtOnceExactlyAsManyAsThereAreUsesBuyWithTheCode() throws Exception {
        marketSells("'maxUses':25");
        var buyers = Stream.generate(TestIssuer::customer).limit(100).toList();
        var words = buyers.stream().map(this::wordFor).toList();

        var attempts = IntStream.range(0, buyers.size())
                .<Callable<String>>mapToObj(i -> () -> outcomeOf(buyers.get(i), words.get(i)))
                .toList();
        try (var pool = Executors.newFixedThreadPool(50)) {
            var outcomes = pool.invokeAll(attempts).stream()
                    .map(Future::resultNow)
                    .collect(Collectors.groupingBy(it -> it, Collectors.counting()));
            assertThat(outcomes).containsEntry("201", 25L).containsEntry("PROMOTION_USED_UP", 75L);
        }
        assertThat(used("")).isEqualTo(25);
        assertThat(uses("RESERVED")).isEqualTo(25);
        var owners = buyers.stream().map(it -> it.id().toString()).toList();
        assertThat(jdbc.sql("select count(*) from orders where owner in (:owners)")
                        .param("owners", owners)
                        .query(Long.class)
                        .single())
                .isEqualTo(25);
        assertThat(codeOf(quote(customer, wanted()), 422)).isEqualTo("CODE_NOT_USABLE");
    }

    @Test
    void whatIsGivenBackBySomeIsSoldToOthersAndNeverMoreThanThereAre() throws Exception {
        marketSells("'maxUses':10");
        var sold = new ConcurrentLinkedQueue<String>();
        var told = new ConcurrentLinkedQueue<String>();
        var buyers = Stream.generate(TestIssuer::customer).limit(60).toList();
        var attempts = IntStream.range(0, buyers.size())
                .<Callable<Void>>mapToObj(i -> () -> {
                    var outcome = buyOrHear(buyers.get(i));
                    if (outcome.length() != UUID_LENGTH) {
                        told.add(outcome);
                    } else if (i % 3 == 0) {
                        advance(outcome, new StockRefused(CancelReason.OUT_OF_STOCK));
                    } else {
                        sold.add(outcome);
                    }
                    assertThat(used("")).isBetween(0L, 10L);
                    return null;
                })
                .toList();
        try (var pool = Executors.newFixedThreadPool(20)) {
            assertThat(pool.invokeAll(attempts))
                    .allSatisfy(it -> assertThat(it.resultNow()).isNull());
        }
        while (sold.size() < 10) {
            sold.add(placed(TestIssuer.customer()));
        }
        assertThat(sold).hasSize(10);
        assertThat(told).isSubsetOf("PROMOTION_USED_UP", "CODE_NOT_USABLE");
        assertThat(uses("RESERVED")).isEqualTo(10);
        assertThat(used("")).isEqualTo(10);
        assertThat(codeOf(quote(customer, wanted()), 422)).isEqualTo("CODE_NOT_USABLE");
    }

    /** The order, or why there is none. */
    private String buyOrHear(Bearer buyer) {
        var quote = requireNonNull(
                quote(buyer, wanted()).returnResult(JsonNode.class).getResponseBody());
        if (quote.has("code")) {
            return quote.path("code").asString();
        }
        var key = UUID.randomUUID().toString();
        var answer = requireNonNull(await().until(
                        () -> order(buyer, key, "'quote':'" + wordOf(quote) + "'")
                                .returnResult(JsonNode.class),
                        it -> it.getStatus().value() != 503)
                .getResponseBody());
        return answer.path(answer.has("code") ? "code" : "orderId").asString();
    }

    @Test
    void aUseIsGivenBackOnceWithTheOrderAndCommittedWithIt() {
        marketSells("'maxUses':1");
        var first = placed(customer);
        assertThat(codeOf(quote(customer, wanted()), 422)).isEqualTo("CODE_NOT_USABLE");

        advance(first, new StockRefused(CancelReason.OUT_OF_STOCK));
        advance(first, new StockRefused(CancelReason.OUT_OF_STOCK));
        assertThat(used("")).isZero();
        assertThat(uses("RELEASED")).isEqualTo(1);

        var second = placed(customer);
        for (var fact :
                List.of(new StockReserved(), new PaymentAuthorized(), new StockCommitted(), new PaymentCaptured())) {
            advance(second, (OrderFact) fact);
        }
        assertThat(used("")).isEqualTo(1);
        assertThat(uses("COMMITTED")).isEqualTo(1);
        assertThat(uses("RESERVED")).isZero();
    }

    @Test
    void aQuoteReservesNothingSoThatWhoOrdersFirstHasTheLastUse() {
        marketSells("'maxUses':1");
        var late = wordOf(quoted(wanted()));
        placed(TestIssuer.customer());

        var refused = body(orderBy(late).expectStatus().isEqualTo(409));
        assertThat(refused.path("code").asString()).isEqualTo("PROMOTION_USED_UP");
        assertThat(refused.path("promotions").path(0).asString()).isEqualTo(promotion);
        assertThat(ordersOf(customer)).isZero();
    }

    @Test
    void oneCustomerUsesItAsOftenAsOneMayHoweverManyOrdersAreUnderWay() throws Exception {
        marketSells("'maxUsesPerCustomer':2");
        var words = Stream.generate(() -> wordFor(customer)).limit(12).toList();
        var attempts = words.stream()
                .<Callable<String>>map(it -> () -> outcomeOf(customer, it))
                .toList();
        try (var pool = Executors.newFixedThreadPool(12)) {
            var outcomes = pool.invokeAll(attempts).stream()
                    .map(Future::resultNow)
                    .collect(Collectors.groupingBy(it -> it, Collectors.counting()));
            assertThat(outcomes).containsEntry("201", 2L).containsEntry("PROMOTION_USED_UP", 10L);
        }
        assertThat(used("@" + customer.id())).isEqualTo(2);
        placed(TestIssuer.customer());
        assertThat(codeOf(quote(TestIssuer.bearer(Role.GUEST), wanted()), 422)).isEqualTo("CODE_NOT_USABLE");
    }

    @Test
    void eachCodeHasItsOwnLimitToo() {
        marketSells("'maxUses':3,'maxUsesPerCode':1");
        placed(customer);

        assertThat(codeOf(quote(customer, wanted()), 422)).isEqualTo("CODE_NOT_USABLE");
        assertThat(quoted(wanted().replace(code, code + "B"))
                        .path("total")
                        .path("amount")
                        .asLong())
                .isEqualTo(9_000);
        assertThat(used("#" + code)).isEqualTo(1);
    }

    @Test
    void whoIsRefusedSpoilsNobodyElsesOrder() throws Exception {
        marketSells("'maxUses':1");
        var buyers = Stream.generate(TestIssuer::customer).limit(20).toList();
        var attempts = IntStream.range(0, buyers.size())
                .<Callable<String>>mapToObj(i -> {
                    var word = i % 2 == 0
                            ? wordFor(buyers.get(i))
                            : wordOf(body(quote(buyers.get(i), "'postalCode':'100'," + ITEMS)));
                    return () -> outcomeOf(buyers.get(i), word);
                })
                .toList();
        try (var pool = Executors.newFixedThreadPool(20)) {
            var outcomes = pool.invokeAll(attempts).stream()
                    .map(Future::resultNow)
                    .collect(Collectors.groupingBy(it -> it, Collectors.counting()));
            assertThat(outcomes).containsEntry("201", 11L).containsEntry("PROMOTION_USED_UP", 9L);
        }
    }

    private void marketSells(String limits) {
        marketSellsBy("""
                {'currency':'EUR','priceMode':'GROSS','countries':['FO'],
                 'promotions':[{'id':'%s','name':'Ten percent','codes':['%s','%sB'],%s,
                                'effect':{'type':'PERCENT_OFF_ORDER','basisPoints':1000}}]}
                """.formatted(promotion, code, code, limits));
    }

    private String wanted() {
        return "'postalCode':'100','codes':['" + code + "']," + ITEMS;
    }

    private String wordFor(Bearer buyer) {
        return wordOf(body(quote(buyer, wanted()).expectStatus().isOk()));
    }

    private ResponseSpec buyBy(Bearer buyer, String word) {
        return order(buyer, UUID.randomUUID().toString(), "'quote':'" + word + "'");
    }

    private String placed(Bearer buyer) {
        return body(buyBy(buyer, wordFor(buyer)).expectStatus().isCreated())
                .path("orderId")
                .asString();
    }

    private void advance(String order, OrderFact fact) {
        lifecycle.advance(OrderId.of(order), fact, "test");
    }

    /** Whoever hears that the database has its hands full asks again under the same key. */
    private String outcomeOf(Bearer buyer, String word) {
        var key = UUID.randomUUID().toString();
        var answer = requireNonNull(await().until(
                        () -> order(buyer, key, "'quote':'" + word + "'").returnResult(JsonNode.class),
                        it -> it.getStatus().value() != 503)
                .getResponseBody());
        return answer.has("code") ? answer.path("code").asString() : "201";
    }

    private long used(String what) {
        return jdbc.sql("select coalesce(sum(used), 0) from use_count where counter = ?")
                .param("only-fo/" + promotion + what)
                .query(Long.class)
                .single();
    }

    private long uses(String state) {
        return jdbc.sql("select count(*) from promotion_use where counter = ? and state = ?")
                .params("only-fo/" + promotion, state)
                .query(Long.class)
                .single();
    }
}
