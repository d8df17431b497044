package com.ecom.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.test.TestIssuer;
import com.ecom.test.TestIssuer.Bearer;
import org.junit.jupiter.api.Test;

class MergeCartIT extends CartScenario {

    private final Bearer guest = TestIssuer.bearer(Role.GUEST);
    private final Bearer customer = TestIssuer.customer();

    @Test
    void aMergeSaysWhatBecameOfEachThingAndLosesNone() {
        var mug = sells(1_499, "USD");
        var tea = sells(899, "USD");
        var tee = sells(2_000, "EUR");
        add(customer, mug, 1);
        add(guest, mug, 3);
        add(guest, tea, 2);
        // While this one was for sale in the same currency, the guest put it in.
        sells(tee, 2, 2_000, "USD");
        add(guest, tee, 1);
        sells(tee, 3, 2_000, "EUR");

        var merged = merge(customer, guest);

        assertThat(merged.path("merged"))
                .extracting(it -> it.path("sku").asString() + " "
                        + it.path("result").asString() + " "
                        + it.path("added").asInt() + " "
                        + it.path("reason").asString("-"))
                .containsExactly(mug + " RAISED 2 -", tea + " MOVED 2 -", tee + " LEFT 0 MIXED_CURRENCIES");
        assertThat(cartOf(customer).path("itemCount").asInt()).isEqualTo(5);
        assertThat(cartOf(customer).path("merged").isMissingNode()).isTrue();
        var left = cartOf(guest);
        assertThat(left.path("items")).hasSize(1);
        assertThat(left.at("/items/0/sku").asString()).isEqualTo(tee);
    }

    @Test
    void aMixedCartOfAGuestDoesNotSpoilTheCartItIsMergedInto() {
        var mug = sells(1_499, "USD");
        var tee = sells(2_000, "USD");
        add(guest, mug, 1);
        add(guest, tee, 1);
        sells(tee, 2, 2_000, "EUR");

        merge(customer, guest);

        assertThat(cartOf(customer).path("notice").isMissingNode()).isTrue();
        assertThat(cartOf(customer).at("/items/0/sku").asString()).isEqualTo(mug);
        assertThat(cartOf(guest).at("/items/0/sku").asString()).isEqualTo(tee);
    }

    @Test
    void whatAGuestHadBoughtLeavesTheCartItWasMergedInto() {
        var mug = sells(1_499, "USD");
        add(guest, mug, 2);
        merge(customer, guest);

        confirm(guest, mug, 2);

        await().untilAsserted(() ->
                assertThat(cartOf(customer).path("itemCount").asInt()).isZero());
    }

    @Test
    void whatTheCustomerHadPutInThemselvesStaysWhenAGuestsOrderIsConfirmed() {
        var mug = sells(1_499, "USD");
        add(customer, mug, 3);
        add(guest, mug, 5);
        merge(customer, guest);
        merge(customer, guest);

        confirm(guest, mug, 5);

        await().untilAsserted(() ->
                assertThat(cartOf(customer).path("itemCount").asInt()).isEqualTo(3));
    }

    @Test
    void aChangeOfPriceStaysPointedOutWhenOneMoreIsAdded() {
        var mug = sells(1_499, "USD");
        add(customer, mug, 1);
        sells(mug, 2, 1_999, "USD");

        add(customer, mug, 1);
        assertThat(cartOf(customer).at("/items/0/notice").asString()).isEqualTo("PRICE_CHANGED");

        set(customer, mug, 2);
        assertThat(cartOf(customer).at("/items/0/notice").isMissingNode()).isTrue();
    }

    @Test
    void aCartThatIsStillAsItWasReadNeedNotBeReadAgain() {
        var mug = sells(1_499, "USD");
        add(customer, mug, 1);

        for (var known : new String[] {"\"1\"", "W/\"1\"", "\"7\", W/\"1\""}) {
            shop.as(customer)
                    .get()
                    .uri("/api/cart")
                    .header("If-None-Match", known)
                    .exchange()
                    .expectStatus()
                    .isNotModified();
        }
        shop.as(customer)
                .get()
                .uri("/api/cart")
                .header("If-None-Match", "\"2\"")
                .exchange()
                .expectStatus()
                .isOk();
    }
}
