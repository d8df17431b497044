package com.ecom.user.wishlist;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import com.ecom.test.TestIssuer;
import com.ecom.user.UserClient;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

@ServiceTest
class WishlistIT {

    @Autowired
    Shop shop;

    UserClient ada;

    @BeforeEach
    void logIn() {
        ada = new UserClient(shop, TestIssuer.customer());
    }

    @Test
    void keepsEachWishOnce() {
        for (var product : List.of("mug", "lamp", "mug")) {
            wish(product, 204);
        }

        assertThat(wishesOf(ada)).containsExactlyInAnyOrder("mug", "lamp");
    }

    @Test
    void aWishCanBeGivenUpAndThatCanBeRepeated() {
        wish("mug", 204);
        for (int i = 0; i < 2; i++) {
            ada.send(HttpMethod.DELETE, "wishlist/mug", null, null)
                    .expectStatus()
                    .isNoContent();
        }

        assertThat(wishesOf(ada)).isEmpty();
    }

    @Test
    void onlyTheOwnerSeesAWishlist() {
        wish("mug", 204);

        assertThat(wishesOf(new UserClient(shop, TestIssuer.customer()))).isEmpty();
    }

    @Test
    void refusesWhatIsNoProduct() {
        wish("a%20b", 400);
        wish("x".repeat(65), 400);
    }

    @Test
    void thereIsAnEndToWishes() {
        for (int i = 0; i < 200; i++) {
            wish("p" + i, 204);
        }
        wish("one-too-many", 409);
        wish("p0", 204);

        assertThat(wishesOf(ada)).hasSize(200);
    }

    private void wish(String product, int expected) {
        ada.send(HttpMethod.PUT, "wishlist/" + product, null, null)
                .expectStatus()
                .isEqualTo(expected);
    }

    private static List<String> wishesOf(UserClient client) {
        var answer = client.get("wishlist")
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        return Objects.requireNonNull(answer)
                .path("items")
                .valueStream()
                .map(it -> it.path("productId").asString())
                .toList();
    }
}
