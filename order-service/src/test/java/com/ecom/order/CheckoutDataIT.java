package com.ecom.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** What an order keeps of the checkout besides where the parcel goes, and what is refused of it. */
class CheckoutDataIT extends OrderTest {

    private static final String OFFICE = """
            {'recipient':'Office Ltd','line1':'2 Road','city':'New York','region':'NY','postalCode':'10001','country':'US'}
            """;

    @Test
    void whatWasSaidStaysWithTheOrder() {
        var said = """
                'billingAddress':%s,'phone':'+44 (20) 7946.0000','taxId':'12-3456789',
                'note':'Ring twice,\\nplease 🦊','giftMessage':'To you'
                """.formatted(OFFICE);

        var order = orderOf(
                body(ordering(said).expectStatus().isCreated()).path("orderId").asString());

        assertThat(order.at("/billingAddress/recipient").asString()).isEqualTo("Office Ltd");
        assertThat(order.at("/billingAddress/region").asString()).isEqualTo("NY");
        assertThat(order.at("/shippingAddress/recipient").asString()).isEqualTo("Ada");
        assertThat(order.path("phone").asString()).isEqualTo("+44 (20) 7946.0000");
        assertThat(order.path("taxId").asString()).isEqualTo("12-3456789");
        assertThat(order.path("note").asString()).isEqualTo("Ring twice,\nplease 🦊");
        assertThat(order.path("giftMessage").asString()).isEqualTo("To you");
    }

    @Test
    void whoSaysNothingMoreIsBilledWhereTheParcelGoes() {
        var order = orderOf(placed(1));

        assertThat(order.at("/shippingAddress/postalCode").asString()).isEqualTo("SW1A 1AA");
        for (var field : new String[] {"billingAddress", "phone", "taxId", "note", "giftMessage"}) {
            assertThat(order.path(field).asString("none")).isEqualTo("none");
        }
        assertThat(jdbc.sql("select particulars is null from orders where id = ?")
                        .param(order.path("orderId").asString())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'billingAddress':{'recipient':'A','line1':'1','city':'B','postalCode':'1','country':'DE'} | billingAddress.postalCode",
                "'billingAddress':{'recipient':'A','line1':'1','city':'B','postalCode':'10001','country':'US'} | billingAddress.region",
                "'billingAddress':{'line1':'1','city':'B','postalCode':'10115','country':'DE'} | billingAddress.recipient",
                "'phone':'call me' | phone",
                "'taxId':'12345' | taxId",
                "'taxId':'' | taxId",
                "'note':'a\\u0000b' | note",
                "'giftMessage':'a\\u001bb' | giftMessage",
            })
    void whatIsWrongIsSaidWithTheFieldThatItIsIn(String said, String field) {
        assertThat(wrongIn(ordering(said))).containsOnly(field);
    }

    @Test
    void aTaxIdIsWrittenAsWhereTheBillGoes() {
        ordering("'taxId':'GB123456789'").expectStatus().isCreated();
        assertThat(wrongIn(ordering("'taxId':'GB123456789','billingAddress':" + OFFICE)))
                .containsExactly("taxId");
    }

    @Test
    void whatIsLongerThanAPersonWritesIsRefused() {
        ordering("'note':'%s','giftMessage':'%s'".formatted("n".repeat(500), "g".repeat(300)))
                .expectStatus()
                .isCreated();
        assertThat(wrongIn(ordering("'note':'%s','giftMessage':'%s'".formatted("n".repeat(501), "g".repeat(301)))))
                .containsExactlyInAnyOrder("note", "giftMessage");
    }

    @Test
    void aPostalCodeThatCannotBeIsRefusedBeforeItIsPriced() {
        assertThat(wrongIn(quoting("'country':'GB','postalCode':'1'"))).containsExactly("postalCode");
        assertThat(wrongIn(quoting("'country':'US','region':'New York'"))).containsExactly("region");
        quoting("'country':'US'").expectStatus().isOk();
    }

    private ResponseSpec ordering(String more) {
        return place(
                UUID.randomUUID().toString(),
                "{" + plain(more) + "," + checkout(1).strip().substring(1));
    }

    private ResponseSpec quoting(String where) {
        return shop.as(customer)
                .post()
                .uri("/api/quotes")
                .contentType(MediaType.APPLICATION_JSON)
                .body(plain("{'items':[{'sku':'%s','quantity':1}],%s}".formatted(sku, where)))
                .exchange();
    }

    private JsonNode orderOf(String id) {
        return body(shop.as(customer).get().uri("/api/orders/" + id).exchange());
    }

    private static Iterable<String> wrongIn(ResponseSpec answer) {
        var problem = body(answer.expectStatus().isBadRequest());
        assertThat(problem.path("code").asString()).isEqualTo("INVALID_REQUEST");
        return problem.path("errors")
                .valueStream()
                .map(it -> it.path("field").asString())
                .toList();
    }

    private static String plain(String json) {
        return json.replace('\'', '"');
    }
}
