package com.ecom.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import com.ecom.test.TestIssuer;
import com.ecom.test.TestIssuer.Bearer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Staff set up what a market sells by, and look what baskets would cost. */
@ServiceTest
class MarketsIT {

    private static final String SWISS = """
            {'currency':'CHF','priceMode':'GROSS',
             'taxes':[
               {'category':'standard','area':{'country':'CH'},'ppm':81000,'from':'2024-01-01T00:00:00Z'},
               {'category':'food','area':{'country':'CH'},'ppm':26000,'from':'2024-01-01T00:00:00Z'}],
             'zones':[{'id':'valley','areas':[{'country':'CH'}]},
                      {'id':'mountains','areas':[{'country':'CH','region':'GR'}]}],
             'shipping':[
               {'id':'post','prices':[{'zone':'valley','price':790},{'zone':'mountains','price':1490}]},
               {'id':'courier','prices':[
                 {'zone':'valley','by':'ITEMS','tiers':[{'from':0,'price':1500},{'from':5,'price':2500}]}]}],
             'promotions':[
               {'id':'seventh','name':'Seven percent','codes':['SEVEN'],
                'effect':{'type':'PERCENT_OFF_ORDER','basisPoints':700}},
               {'id':'january','name':'January sale','startsAt':'2027-01-01T00:00:00Z',
                'effect':{'type':'PERCENT_OFF_ITEMS','basisPoints':1000}}]}
            """;

    private static final String EXCLUSIVE = "{'id':'alone-NUMBER','name':'Alone','exclusive':true,"
            + "'effect':{'type':'PERCENT_OFF_ORDER','basisPoints':100}},";

    @Autowired
    Shop shop;

    @Autowired
    JdbcClient jdbc;

    private final String market = "m-" + UUID.randomUUID().toString().substring(0, 18);
    private final String lamp = "LAMP-" + UUID.randomUUID();
    private final String oats = "OATS-" + UUID.randomUUID();
    private final Bearer admin = TestIssuer.bearer(Role.ADMIN);

    @BeforeEach
    void aLampAndOatsAreForSale() {
        for (var thing : List.of(lamp, oats)) {
            jdbc.sql("""
                    insert into price (sku, product_id, name, amount, currency, on_sale, version)
                    values (?, ?, ?, ?, 'CHF', true, 1)
                    """)
                    .params(thing, thing, thing, thing.equals(lamp) ? 4_195 : 689)
                    .update();
        }
    }

    @Test
    void rulesChangeAsAWholeAndEveryVersionStays() {
        var first = put("\"0\"", SWISS, "a market for Switzerland");
        assertThat(first.expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseHeaders()
                        .getETag())
                .isEqualTo("\"1\"");
        put("\"1\"", SWISS.replace("790", "890"), "the post is dearer")
                .expectStatus()
                .isOk();

        assertThat(get("").path("version").asInt()).isEqualTo(2);
        assertThat(get("").toString()).contains("890");
        assertThat(get("/versions/1").toString()).contains("790");
        var versions = get("/versions");
        assertThat(versions.path(0).path("reason").asString()).isEqualTo("the post is dearer");
        assertThat(versions.path(1).path("reason").asString()).isEqualTo("a market for Switzerland");
        assertThat(versions.path(1).path("actor").asString())
                .isEqualTo(admin.id().toString());
    }

    @Test
    void whoHasNotSeenTheLastVersionChangesNothing() {
        put("\"0\"", SWISS, "new").expectStatus().isOk();

        assertThat(codeOf(put(null, SWISS, "blind"), 428)).isEqualTo("VERSION_MISSING");
        assertThat(codeOf(put("\"0\"", SWISS, "late"), 412)).isEqualTo("PRECONDITION_FAILED");
        assertThat(codeOf(put("\"7\"", SWISS, "early"), 412)).isEqualTo("PRECONDITION_FAILED");
        put("W/\"1\"", SWISS, "weak").expectStatus().isBadRequest();
        assertThat(get("/versions")).hasSize(1);
    }

    @Test
    void ofManyWhoReviseTheSameVersionOneDoes() throws Exception {
        var revisions = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 16; i++) {
            revisions.add(() -> put("\"0\"", SWISS, "me first")
                    .expectBody()
                    .returnResult()
                    .getStatus()
                    .value());
        }
        var answers = new ArrayList<Integer>();
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (var answer : pool.invokeAll(revisions)) {
                answers.add(answer.get());
            }
        }
        assertThat(answers).containsOnlyOnce(200).containsOnly(200, 412);
        assertThat(get("/versions")).hasSize(1);
    }

    @Test
    void saysWhatABasketWouldCostInZurichOnChristmasEve() {
        put("\"0\"", SWISS, "new").expectStatus().isOk();
        var bill = simulated("'region':'ZH','at':'2026-12-24T18:00:00Z','codes':['SEVEN']");

        assertThat(bill.path("total").asLong()).isEqualTo(5_973);
        assertThat(bill.path("tax").asLong()).isEqualTo(374);
        assertThat(bill.path("discount").asLong()).isEqualTo(390);
        assertThat(bill.path("shipping").path("paid").asLong()).isEqualTo(790);
        assertThat(bill.path("lines").path(0).path("paid").asLong()).isEqualTo(3_901);
        assertThat(bill.path("notApplied").path(0).path("promotion").asString()).isEqualTo("january");
        assertThat(bill.path("notApplied").path(0).path("reason").asString()).isEqualTo("CONDITION_NOT_MET");
        assertThat(bill.path("ways")).hasSize(2);
        assertThat(bill.path("ways").path(1).path("total").asLong()).isEqualTo(5_183 + 1_500);
    }

    @Test
    void timePlaceAndWayOfShippingChangeWhatItCosts() {
        put("\"0\"", SWISS, "new").expectStatus().isOk();

        assertThat(simulated("'region':'GR'").path("shipping").path("paid").asLong())
                .isEqualTo(1_490);
        assertThat(simulated("'method':'courier'").path("shipping").path("paid").asLong())
                .isEqualTo(1_500);
        assertThat(simulated("'at':'2027-01-02T00:00:00Z'").path("discount").asLong())
                .isEqualTo(420 + 138);
        assertThat(codeOf(simulate("'region':'GR','method':'courier'"), 422)).isEqualTo("SHIPPING_NOT_POSSIBLE");
        assertThat(codeOf(simulate("'codes':['EIGHT']"), 422)).isEqualTo("CODE_NOT_USABLE");
        assertThat(codeOf(simulate("'at':'2023-12-31T00:00:00Z'"), 503)).isEqualTo("TAX_UNKNOWN");
    }

    @Test
    void rulesCanBeTriedOutWithoutBeingKept() {
        var draft = SWISS.replace("'ppm':26000", "'ppm':0");

        var bill = simulated("'rules':" + draft);
        assertThat(bill.has("version") && !bill.path("version").isNull()).isFalse();
        assertThat(bill.path("taxes").path(1).path("tax").asLong()).isZero();
        assertThat(codeOf(simulate("'region':'ZH'"), 404)).isEqualTo("NO_SUCH_MARKET");
    }

    @Test
    void aMarketWithoutRulesSellsAtThePriceAndNothingElse() {
        put("\"0\"", "{'currency':'CHF','priceMode':'GROSS'}", "nothing yet")
                .expectStatus()
                .isOk();

        var bill = simulated("'region':'ZH'");
        assertThat(bill.path("total").asLong()).isEqualTo(4_195 + 2 * 689);
        assertThat(bill.path("tax").asLong()).isZero();
        assertThat(bill.path("ways")).isEmpty();
    }

    @Test
    void whatIsNotSoldInTheCurrencyOrNotShippedThereHasNoBill() {
        put("\"0\"", SWISS.replace("'CHF'", "'EUR'"), "euros").expectStatus().isOk();
        assertThat(codeOf(simulate("'region':'ZH'"), 422)).isEqualTo("NOT_FOR_SALE");

        put(
                        "\"1\"",
                        SWISS.replace("'country':'CH','region'", "'country':'LI','region'")
                                .replace(
                                        "{'id':'valley','areas':[{'country':'CH'}]}",
                                        "{'id':'valley','areas':[{'country':'LI'}]}"),
                        "elsewhere")
                .expectStatus()
                .isOk();
        assertThat(codeOf(simulate("'region':'ZH'"), 422)).isEqualTo("NOT_SHIPPED_THERE");
    }

    @Test
    void rulesThatCannotBeAppliedAreRefused() {
        for (var contradiction : List.of(
                SWISS.replace("'zone':'valley','price'", "'zone':'moon','price'"),
                SWISS.replace("'id':'mountains'", "'id':'valley'"),
                SWISS.replace(",'basisPoints':700", ""),
                SWISS.replace("'startsAt'", "'endsAt':'2027-01-01T00:00:00Z','startsAt'"),
                SWISS.replace("'from':'2024", "'until':'2023-12-31T00:00:00Z','from':'2024"),
                SWISS.replace("'promotions':[", "'promotions':[" + exclusive(21)),
                SWISS.replace("'GROSS'", "'GROSS','step':100"),
                SWISS.replace("'from':0,'price':1500", "'from':1,'price':1500"),
                SWISS.replace("'CHF'", "'ZZZ'"),
                SWISS.replace("'CHF'", "'XAU'"))) {
            assertThat(codeOf(put("\"0\"", contradiction, "odd"), 422)).isEqualTo("RULES_CONTRADICT");
        }
        for (var nonsense : List.of(
                SWISS.replace("'ppm':81000", "'ppm':-1"),
                SWISS.replace("'price':790", "'price':-790"),
                SWISS.replace("'country':'CH'", "'country':'XX'"),
                SWISS.replace("'codes':['SEVEN']", "'codes':['seven of clubs']"),
                "{'currency':'CHF'}")) {
            put("\"0\"", nonsense, "nonsense").expectStatus().isBadRequest();
        }
        put("\"0\"", SWISS, " ").expectStatus().isBadRequest();
        assertThat(get("/versions")).isEmpty();
    }

    @Test
    void rulesThatAnotherReleaseHasStoredAreReadWithoutWhatIsUnknownHere() {
        put("\"0\"", SWISS, "new").expectStatus().isOk();
        jdbc.sql("""
                insert into market_version (market, version, rules, actor, reason)
                select market, 2, json_set(rules, '$.loyalty', json_object('points', 7)), actor, 'a newer release'
                from market_version where market = ?
                """).params(market).update();

        assertThat(get("").path("version").asInt()).isEqualTo(2);
        assertThat(simulated("'region':'ZH'").path("version").asInt()).isEqualTo(2);
    }

    @Test
    void supportLooksAndSimulatesAndChangesNothing() {
        put("\"0\"", SWISS, "new").expectStatus().isOk();
        var support = TestIssuer.bearer(Role.SUPPORT);

        shop.as(support).get().uri(path("")).exchange().expectStatus().isOk();
        shop.as(support)
                .put()
                .uri(path(""))
                .header("If-Match", "\"1\"")
                .contentType(MediaType.APPLICATION_JSON)
                .body(revision(SWISS, "mine"))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private static String exclusive(int promotions) {
        return IntStream.range(0, promotions)
                .mapToObj(i -> EXCLUSIVE.replace("NUMBER", String.valueOf(i)))
                .collect(Collectors.joining());
    }

    private ResponseSpec put(@org.jspecify.annotations.Nullable String seen, String rules, String reason) {
        var request = shop.as(admin).put().uri(path("")).contentType(MediaType.APPLICATION_JSON);
        if (seen != null) {
            request.header("If-Match", seen);
        }
        return request.body(revision(rules, reason)).exchange();
    }

    private static String revision(String rules, String reason) {
        return "{\"rules\":%s,\"reason\":\"%s\"}".formatted(rules.replace('\'', '"'), reason);
    }

    private JsonNode simulated(String more) {
        return body(simulate(more).expectStatus().isOk());
    }

    private ResponseSpec simulate(String more) {
        var request =
                "{'items':[{'sku':'%s','quantity':1},{'sku':'%s','quantity':2,'taxCategory':'food'}],'country':'CH',%s}"
                        .formatted(lamp, oats, more);
        return shop.as(admin)
                .post()
                .uri(path("/simulation"))
                .contentType(MediaType.APPLICATION_JSON)
                .body(request.replace('\'', '"'))
                .exchange();
    }

    private JsonNode get(String path) {
        return body(
                shop.as(admin).get().uri(path(path)).exchange().expectStatus().isOk());
    }

    private String path(String more) {
        return "/api/admin/markets/" + market + more;
    }

    private static String codeOf(ResponseSpec answer, int status) {
        return body(answer.expectStatus().isEqualTo(status)).path("code").asString();
    }

    private static JsonNode body(ResponseSpec answer) {
        return Objects.requireNonNull(
                answer.expectBody(JsonNode.class).returnResult().getResponseBody());
    }
}
