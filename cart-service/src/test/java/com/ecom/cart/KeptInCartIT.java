package com.ecom.cart;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.test.TestIssuer;
import com.ecom.test.TestIssuer.Bearer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** What a cart keeps besides what is to be ordered: codes, and what was put aside for later. */
class KeptInCartIT extends CartScenario {

    private final String sku = newSku();

    static Stream<Bearer> visitors() {
        return Stream.of(TestIssuer.customer(), TestIssuer.bearer(Role.GUEST));
    }

    @BeforeEach
    void theShopSellsOneThing() {
        sells(sku, 1, 1_499, "USD");
    }

    @ParameterizedTest
    @MethodSource("visitors")
    void keepsTheCodesThatWereEntered(Bearer visitor) {
        add(visitor, sku, 2);
        enter(visitor, List.of("field-10", "MORE5"))
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"2\"");
        assertThat(cartOf(visitor).path("codes").valueStream())
                .extracting(JsonNode::asString)
                .containsExactly("FIELD10", "MORE5");

        enter(visitor, List.of()).expectStatus().isOk();
        assertThat(cartOf(visitor).path("codes")).isEmpty();
        enter(visitor, List.of("A1B", "A2B", "A3B", "A4B", "A5B", "A6B"))
                .expectStatus()
                .isBadRequest();
        enter(visitor, List.of("<b>")).expectStatus().isBadRequest();
    }

    @ParameterizedTest
    @MethodSource("visitors")
    void whatIsPutAsideIsNotOrderedAndComesBack(Bearer visitor) {
        add(visitor, sku, 2);
        change(visitor, HttpMethod.POST, "/api/cart/items/" + sku + "/later")
                .expectStatus()
                .isOk();
        var cart = cartOf(visitor);
        assertThat(cart.path("items")).isEmpty();
        assertThat(cart.path("total").isMissingNode()).isTrue();
        assertThat(cart.path("later").path(0).path("quantity").asInt()).isEqualTo(2);
        change(visitor, HttpMethod.POST, "/api/cart/items/" + sku + "/later")
                .expectStatus()
                .isNotFound();

        add(visitor, sku, 1);
        change(visitor, HttpMethod.POST, "/api/cart/later/" + sku + "/back")
                .expectStatus()
                .isOk();
        cart = cartOf(visitor);
        assertThat(cart.path("itemCount").asInt()).isEqualTo(3);
        assertThat(cart.path("later")).isEmpty();
        change(visitor, HttpMethod.DELETE, "/api/cart/later/" + sku)
                .expectStatus()
                .isNotFound();
    }

    private ResponseSpec change(Bearer visitor, HttpMethod method, String path) {
        return shop.as(visitor).method(method).uri(path).exchange();
    }

    private ResponseSpec enter(Bearer visitor, List<String> codes) {
        return shop.as(visitor)
                .put()
                .uri("/api/cart/codes")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("codes", codes))
                .exchange();
    }
}
