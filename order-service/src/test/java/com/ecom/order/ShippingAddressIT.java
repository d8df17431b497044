package com.ecom.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Where parcels go, by the rules that hold in every service. */
class ShippingAddressIT extends OrderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"country\":\"HK\"",
                "\"country\":\"AE\",\"postalCode\":\"\"",
                "\"country\":\"XK\",\"postalCode\":\"10000\"",
            })
    void parcelsGoToKosovoAndWhereThereAreNoPostalCodes(String where) {
        to("Ada", where).expectStatus().isCreated();
    }

    @ParameterizedTest
    @CsvSource({"ZZ,1,country", "UK,1,country", "gb,1,country", "GB,'',postalCode", "GB,' ',postalCode"})
    void whereNoParcelArrivesIsRefused(String country, String postalCode, String field) {
        var refusal = body(to("Ada", "\"country\":\"%s\",\"postalCode\":\"%s\"".formatted(country, postalCode))
                .expectStatus()
                .isBadRequest());

        assertThat(refusal.path("code").asString()).isEqualTo("INVALID_REQUEST");
        assertThat(refusal.toString()).contains(field);
    }

    @Test
    void aMissingPostalCodeIsAnsweredAsAnEmptyText() {
        var order = body(to("Ada", "\"country\":\"HK\"").expectStatus().isCreated())
                .path("orderId")
                .asString();

        assertThat(body(shop.as(customer).get().uri("/api/orders/" + order).exchange())
                        .at("/shippingAddress/postalCode")
                        .asString("none"))
                .isEmpty();
    }

    @Test
    void aNameIsAsLongAsItHasCharacters() {
        to("🦊".repeat(120), "\"country\":\"HK\"").expectStatus().isCreated();
        to("🦊".repeat(121), "\"country\":\"HK\"").expectStatus().isBadRequest();
    }

    private ResponseSpec to(String recipient, String where) {
        return place(
                UUID.randomUUID().toString(),
                checkout(1).replace("Ada", recipient).replace("\"postalCode\":\"SW1A 1AA\",\"country\":\"GB\"", where));
    }
}
