package com.ecom.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.test.TestIssuer;
import com.ecom.test.TestIssuer.Bearer;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** A token outlives its account by minutes. */
class ForgottenOwnerIT extends CartScenario {

    private final Bearer ada = TestIssuer.customer();

    @Test
    void whoWasForgottenGetsNoCartByAStillValidToken() {
        var sku = sells(1_499, "USD");
        add(ada, sku, 1).expectStatus().isOk();
        erase(ada);

        refused(add(ada, sku, 1));
        refused(set(ada, sku, 2));
        var guest = TestIssuer.bearer(Role.GUEST);
        add(guest, sku, 1).expectStatus().isOk();
        refused(shop.as(ada)
                .post()
                .uri("/api/cart/merge")
                .body(Map.of("guestToken", guest.token()))
                .exchange());
        assertThat(cartsOf(ada)).isZero();
    }

    private static void refused(ResponseSpec answer) {
        answer.expectStatus().isEqualTo(410).expectBody().jsonPath("$.code").isEqualTo("ACCOUNT_ERASED");
    }

    private void erase(Bearer person) {
        broker.send(
                "user.privacy",
                person.id().toString(),
                "user.erasure-requested.v1",
                Map.of("requestId", UUID.randomUUID(), "userId", person.id(), "requestedAt", Instant.now()));
        await().until(() -> cartsOf(person) == 0);
    }

    private int cartsOf(Bearer person) {
        return jdbc.sql("select count(*) from cart where owner = ?")
                .param(person.id().toString())
                .query(Integer.class)
                .single();
    }
}
