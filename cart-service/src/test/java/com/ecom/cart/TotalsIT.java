package com.ecom.cart;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.test.TestIssuer;
import com.ecom.test.TestIssuer.Bearer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is in a cart, its owner can look at it and mend it. */
class TotalsIT extends CartScenario {

    private static final long DEAREST = 9_007_199_254_740_991L;

    static Stream<Bearer> visitors() {
        return Stream.of(TestIssuer.customer(), TestIssuer.bearer(Role.GUEST));
    }

    @ParameterizedTest
    @MethodSource("visitors")
    void aSecondCurrencyIsRefusedAndLeavesTheCartAsItWas(Bearer visitor) {
        var mug = sells(1_499, "USD");
        var tee = sells(1_499, "EUR");
        add(visitor, mug, 1).expectStatus().isOk();

        assertThat(codeOf(add(visitor, tee, 1), 422)).isEqualTo("MIXED_CURRENCIES");
        assertThat(codeOf(set(visitor, tee, 1), 422)).isEqualTo("MIXED_CURRENCIES");
        var cart = cartOf(visitor);
        assertThat(cart.path("itemCount").asInt()).isEqualTo(1);
        assertThat(cart.path("notice").isMissingNode()).isTrue();
        assertThat(cart.at("/total/amount").asLong()).isEqualTo(1_499);
    }

    @ParameterizedTest
    @MethodSource("visitors")
    void aCartThatBecameMixedSaysSoAndCanBeMended(Bearer visitor) {
        var mug = sells(1_499, "USD");
        var tee = sells(2_000, "USD");
        add(visitor, mug, 1);
        add(visitor, tee, 1);
        sells(tee, 2, 1_800, "EUR");

        var mixed = cartOf(visitor);
        assertThat(mixed.path("notice").asString()).isEqualTo("MIXED_CURRENCIES");
        assertThat(mixed.path("total").isMissingNode()).isTrue();
        assertThat(mixed.at("/items/1/notice").asString()).isEqualTo("PRICE_CHANGED");
        assertThat(mixed.at("/items/1/lineTotal/currency").asString()).isEqualTo("EUR");
        add(visitor, mug, 1).expectStatus().isOk();
        set(visitor, tee, 3).expectStatus().isOk();
        assertThat(codeOf(add(visitor, sells(1, "USD"), 1), 422)).isEqualTo("MIXED_CURRENCIES");

        remove(visitor, tee).expectStatus().isOk();
        assertThat(cartOf(visitor).at("/total/amount").asLong()).isEqualTo(2_998);
    }

    @ParameterizedTest
    @MethodSource("visitors")
    void moreOfAThingThanCanBeOrderedIsRefusedAndLeavesTheCartAsItWas(Bearer visitor) {
        var mug = sells(1_499, "USD");
        add(visitor, mug, 60).expectStatus().isOk();

        var refusal = body(add(visitor, mug, 41).expectStatus().isEqualTo(422));
        assertThat(refusal.path("code").asString()).isEqualTo("TOO_MANY_OF_ONE");
        assertThat(refusal.path("most").asInt()).isEqualTo(100);
        assertThat(codeOf(set(visitor, mug, 101), 422)).isEqualTo("TOO_MANY_OF_ONE");
        assertThat(cartOf(visitor).path("itemCount").asInt()).isEqualTo(60);
        set(visitor, mug, 100).expectStatus().isOk();
    }

    @ParameterizedTest
    @MethodSource("visitors")
    void aSumThatNoAmountCanBeIsNoFailure(Bearer visitor) {
        var mansions = Stream.generate(() -> sells(DEAREST, "USD")).limit(11).toList();
        mansions.forEach(it -> add(visitor, it, 100).expectStatus().isOk());

        var cart = cartOf(visitor);
        assertThat(cart.path("notice").asString()).isEqualTo("TOTAL_TOO_LARGE");
        assertThat(cart.path("total").isMissingNode()).isTrue();

        remove(visitor, mansions.getFirst()).expectStatus().isOk();
        assertThat(cartOf(visitor).at("/total/amount").asLong()).isEqualTo(DEAREST * 1_000);
    }
}
