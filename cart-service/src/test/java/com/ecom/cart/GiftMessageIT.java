package com.ecom.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.test.TestIssuer;
import com.ecom.test.TestIssuer.Bearer;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** A message for whoever gets the goods. */
class GiftMessageIT extends CartScenario {

    static Stream<Bearer> visitors() {
        return Stream.of(TestIssuer.customer(), TestIssuer.bearer(Role.GUEST));
    }

    @ParameterizedTest
    @MethodSource("visitors")
    void staysWithTheCartUntilItIsTakenOut(Bearer visitor) {
        add(visitor, sells(1_499, "USD"), 1);

        write(visitor, "For you,\n🦊").expectStatus().isOk().expectHeader().valueEquals("ETag", "\"2\"");
        assertThat(messageOf(visitor)).isEqualTo("For you,\n🦊");

        write(visitor, " ").expectStatus().isOk();
        assertThat(messageOf(visitor)).isEmpty();
        write(visitor, null).expectStatus().isOk().expectHeader().valueEquals("ETag", "\"3\"");
    }

    @Test
    void goesWithTheGoodsWhenTheyAreOrdered() {
        var customer = TestIssuer.customer();
        var sku = sells(1_499, "USD");
        add(customer, sku, 1);
        write(customer, "For you");

        confirm(customer, sku, 1);

        await().until(() -> cartOf(customer).path("items").isEmpty());
        assertThat(messageOf(customer)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u001bb"})
    void isText(String message) {
        write(TestIssuer.customer(), message).expectStatus().isBadRequest();
    }

    @Test
    void isShort() {
        var customer = TestIssuer.customer();

        write(customer, "x".repeat(300)).expectStatus().isOk();
        write(customer, "x".repeat(301)).expectStatus().isBadRequest();
    }

    private ResponseSpec write(Bearer visitor, @Nullable String message) {
        return shop.as(visitor)
                .put()
                .uri("/api/cart/gift-message")
                .contentType(MediaType.APPLICATION_JSON)
                .body(message == null ? Map.of() : Collections.singletonMap("message", message))
                .exchange();
    }

    private String messageOf(Bearer visitor) {
        return cartOf(visitor).path("giftMessage").asString("");
    }
}
