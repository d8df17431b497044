package com.ecom.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.core.text.ReadableNumber;
import com.ecom.test.TestIssuer;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Whoever has an order's number and the address it was placed with finds it, without an account. */
class FindingOrdersIT extends QuoteScenario {

    private static final String WANTED = "'items':[{'sku':'LAMP','quantity':2}],'postalCode':'100'";

    FindingOrdersIT() {
        super("GL");
    }

    @BeforeEach
    void theMarketSells() {
        sells("LAMP", 2_000, "CHF");
        marketSellsBy("""
            {'currency':'CHF','priceMode':'GROSS','countries':['GL'],
             'taxes':[{'category':'standard','area':{'country':'GL'},'ppm':81000,'from':'2024-01-01T00:00:00Z'}],
             'zones':[{'id':'valley','areas':[{'country':'GL'}]}],
             'shipping':[{'id':'post','prices':[{'zone':'valley','price':790}]}]}
            """);
    }

    @Test
    void anOrderIsFoundByItsNumberAndAddressAndByNothingLess() {
        var guest = TestIssuer.bearer(Role.GUEST);
        var by = "'email':'Ada@example.com','quote':'" + wordOf(body(quote(guest, WANTED))) + "'";
        var receipt = body(
                order(guest, UUID.randomUUID().toString(), by).expectStatus().isCreated());
        var number = receipt.path("orderNumber").asString();

        var found = body(lookUp(number.toLowerCase(Locale.ROOT).replace('-', ' '), "ada@example.com")
                .expectStatus()
                .isOk());
        assertThat(found.path("orderNumber").asString()).isEqualTo(number);
        assertThat(found.path("bill").path("total").asLong()).isEqualTo(4_790);
        assertThat(found.path("timeline").path(0).path("fact").asString()).isEqualTo("OrderPlaced");
        assertThat(found.toString()).doesNotContain("1 Road", "Ada");

        assertThat(codeOf(lookUp(number, "eve@example.com"), 404)).isEqualTo("NO_SUCH_ORDER");
        assertThat(codeOf(lookUp(ReadableNumber.of(UUID.randomUUID()).value(), "ada@example.com"), 404))
                .isEqualTo("NO_SUCH_ORDER");
        var last = number.endsWith("7") ? "8" : "7";
        assertThat(codeOf(lookUp(number.substring(0, number.length() - 1) + last, "ada@example.com"), 422))
                .isEqualTo("ORDER_NUMBER_MISTYPED");
    }

    private ResponseSpec lookUp(String number, String email) {
        return shop.anonymously()
                .post()
                .uri("/api/orders/lookup")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("orderNumber", number, "email", email))
                .exchange();
    }
}
