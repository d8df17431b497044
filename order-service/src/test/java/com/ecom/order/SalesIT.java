package com.ecom.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.core.jdbc.Utc;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

/** A lamp and oats for Svalbard: what costs less for a while costs that from its first instant on until its last. */
class SalesIT extends QuoteScenario {

    private static final String RULES = """
            {'currency':'CHF','priceMode':'GROSS','countries':['SJ'],
             'promotions':[{'id':'tenth','name':'A tenth','effect':{'type':'PERCENT_OFF_ITEMS','basisPoints':1000,
              'filter':{'excludeSale':true}}}]}
            """;

    private final String lamp = "LAMP-" + UUID.randomUUID();
    private final String oats = "OATS-" + UUID.randomUUID();
    private final String wanted =
            "'postalCode':'100','items':[{'sku':'%s','quantity':2},{'sku':'%s','quantity':1}]".formatted(lamp, oats);
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    SalesIT() {
        super("SJ");
    }

    @BeforeEach
    void theMarketSells() {
        sells(lamp, 4_000, "CHF");
        sells(oats, 700, "CHF");
        marketSellsBy(RULES);
    }

    @Test
    void aQuoteIsAtThePriceOfTheSaleAndShowsTheListPrice() {
        reduces(lamp, 3_000, now.minusSeconds(9), now.plusSeconds(3_600));

        var bill = quoted(wanted).path("bill");

        assertThat(bill.at("/lines/0/unitPrice").asLong()).isEqualTo(3_000);
        assertThat(bill.at("/lines/0/listPrice").asLong()).isEqualTo(4_000);
        assertThat(bill.at("/lines/1/unitPrice").asLong()).isEqualTo(700);
        assertThat(bill.at("/lines/1").has("listPrice")).isFalse();
        assertThat(bill.at("/lines/0/itemDiscount").asLong())
                .as("who leaves out what is on sale")
                .isZero();
        assertThat(bill.path("total").asLong()).isEqualTo(6_630);
    }

    @Test
    void anOrderKeepsBothPrices() {
        reduces(lamp, 3_000, now.minusSeconds(9), now.plusSeconds(3_600));

        var receipt = body(orderBy(wordOf(quoted(wanted))).expectStatus().isCreated());

        assertThat(receipt.at("/total/amount").asLong()).isEqualTo(6_630);
        var order = body(shop.as(customer)
                .get()
                .uri("/api/orders/" + receipt.path("orderId").asString())
                .exchange());
        assertThat(order.at("/lines/0/unitPrice/amount").asLong()).isEqualTo(3_000);
        assertThat(order.at("/bill/lines/0/listPrice").asLong()).isEqualTo(4_000);
    }

    @Test
    void aQuoteEndsWhereASaleOfAnythingInItBeginsOrEnds() {
        reduces(oats, 600, now.plusSeconds(90), now.plusSeconds(120));
        assertThat(endOf(wanted)).isEqualTo(now.plusSeconds(90));

        reduces(oats, 600, now.minusSeconds(90), now.plusSeconds(60));
        assertThat(endOf(wanted)).isEqualTo(now.plusSeconds(60));

        reduces(oats, 600, now.minusSeconds(90), now.minusSeconds(60));
        assertThat(endOf(wanted)).isAfter(now.plusSeconds(600));
    }

    @Test
    void aQuoteIsNotHonouredPastTheEndOfASale() {
        var until = databaseNow().plusSeconds(4);
        reduces(lamp, 3_000, now.minusSeconds(9), until);
        var word = wordOf(quoted(wanted));
        await().until(() -> !databaseNow().isBefore(until));

        assertThat(codeOf(orderBy(word), 409)).isEqualTo("QUOTE_EXPIRED");
        var next = quoted(wanted + ",'replaces':'" + word + "'");
        assertThat(next.at("/bill/lines/0/unitPrice").asLong()).isEqualTo(4_000);
        assertThat(next.at("/notices/0/code").asString()).isEqualTo("PRICE_CHANGED");
    }

    @Test
    void whatIsPublishedNoMoreIsNeitherQuotedNorOrderedByAnEarlierQuote() {
        publishes(lamp, now.plusSeconds(60), now.plusSeconds(90));
        assertThat(codeOf(quote(customer, wanted), 422)).isEqualTo("NOT_FOR_SALE");

        publishes(lamp, now.minusSeconds(60), now.plusSeconds(90));
        assertThat(endOf(wanted)).isEqualTo(now.plusSeconds(90));
        var word = wordOf(quoted(wanted));
        publishes(lamp, now.minusSeconds(60), now.minusSeconds(30));

        assertThat(codeOf(orderBy(word), 422)).isEqualTo("NOT_FOR_SALE");
    }

    @Test
    void aSimulationKnowsTheSalesOfItsTime() {
        reduces(lamp, 3_000, now.plusSeconds(3_600), now.plusSeconds(7_200));

        assertThat(simulated("")).isEqualTo(7_200);
        assertThat(simulated(",'at':'%s'".formatted(now.plusSeconds(3_600)))).isEqualTo(6_000);
        assertThat(simulated(",'at':'%s'".formatted(now.plusSeconds(7_200)))).isEqualTo(7_200);
    }

    private long simulated(String more) {
        var request = "{'country':'SJ','items':[{'sku':'%s','quantity':2}]%s}".formatted(lamp, more);
        return body(shop.as(admin)
                        .post()
                        .uri("/api/admin/markets/only-sj/simulation")
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(request.replace('\'', '"'))
                        .exchange()
                        .expectStatus()
                        .isOk())
                .path("total")
                .asLong();
    }

    private Instant endOf(String basket) {
        return Instant.parse(quoted(basket).path("expiresAt").asString());
    }

    private Instant databaseNow() {
        return Utc.now(jdbc);
    }
}
