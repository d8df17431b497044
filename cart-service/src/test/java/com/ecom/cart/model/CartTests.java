package com.ecom.cart.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.ecom.cart.model.Cart.Item;
import com.ecom.core.money.Money;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CartTests {

    private static final Money PRICE = Money.of(1_499, "USD");

    @Test
    void addingTheSameThingAgainAddsUp() {
        var cart = Cart.empty().plus("MUG", 2, PRICE).plus("TEA", 1, PRICE).plus("MUG", 3, PRICE);

        assertThat(cart.items()).containsExactly(new Item("MUG", 5, PRICE), new Item("TEA", 1, PRICE));
    }

    @Test
    void refusesMoreOfAThingThanACartHolds() {
        var full = Cart.empty().plus("MUG", Cart.MAX_QUANTITY, PRICE);

        assertThatExceptionOfType(CartRefusal.QuantityOutOfRange.class).isThrownBy(() -> full.plus("MUG", 1, PRICE));
    }

    @Test
    void refusesMoreThingsThanACartHolds() {
        var full = filledWith(Cart.MAX_ITEMS);

        assertThatExceptionOfType(CartRefusal.TooManyItems.class).isThrownBy(() -> full.plus("ONE-MORE", 1, PRICE));
    }

    @Test
    void refusesToRemoveWhatIsNotThere() {
        assertThatExceptionOfType(CartRefusal.NoSuchItem.class)
                .isThrownBy(() -> Cart.empty().without("MUG"));
    }

    @Test
    void addingOneMoreKeepsAChangeOfPricePointedOutAndSayingHowManyDoesNot() {
        var dearer = Money.of(1_999, "USD");
        var cart = Cart.empty().plus("MUG", 1, PRICE).plus("MUG", 1, dearer);
        assertThat(cart.items()).containsExactly(new Item("MUG", 2, PRICE));
        assertThat(cart.with("MUG", 2, dearer).items()).containsExactly(new Item("MUG", 2, dearer));
    }

    @Test
    void aCodeCountsOnceHoweverItIsWrittenAndGoesWithTheGoods() {
        var cart = Cart.empty().plus("MUG", 2, PRICE).withCodes(List.of("field-10", "FIELD10", "More5"));
        assertThat(cart.codes()).containsExactly("FIELD10", "MORE5");
        assertThat(cart.plus("TEA", 1, PRICE).without("MUG").codes()).isEqualTo(cart.codes());

        assertThat(cart.settled(UUID.randomUUID(), Map.of("MUG", 1)).codes()).isEmpty();
        assertThat(cart.settled(UUID.randomUUID(), Map.of("OTHER", 1)).codes()).isEqualTo(cart.codes());
        assertThat(cart.cleared().codes()).isEmpty();
    }

    @Test
    void codesOfBothCartsComeTogetherAndNoMoreThanAQuoteTakes() {
        var mine = Cart.empty().withCodes(List.of("AAA", "BBB", "CCC"));
        var other = Cart.empty().withCodes(List.of("BBB", "DDD", "EEE", "FFF"));
        var merged = Merged.of(mine, other, Map.of(), 100).cart();

        assertThat(merged.codes()).containsExactly("AAA", "BBB", "CCC", "DDD", "EEE");
        assertThat(Merged.of(merged, other, Map.of(), 100).cart()).isEqualTo(merged);
    }

    @ParameterizedTest
    @CsvSource({"USD,true,false", "EUR,true,true", "USD,false,true"})
    void whatIsSoldInAnotherCurrencyThanTheRestDoesNotGoWithIt(String currency, boolean onSale, boolean goes) {
        var cart = Cart.empty().plus("MUG", 1, PRICE);
        var offers = Map.of("MUG", offer("MUG", currency, onSale));

        assertThat(cart.goesWith(offer("TEA", "EUR", true), offers)).isEqualTo(goes);
        assertThat(cart.goesWith(offer("MUG", "EUR", true), offers)).isTrue();
    }

    @Test
    void whatAnOrderBoughtLeavesTheCartOnce() {
        var order = UUID.randomUUID();
        var cart = Cart.empty().plus("MUG", 3, PRICE).plus("TEA", 1, PRICE);

        var settled = cart.settled(order, Map.of("MUG", 2, "TEA", 1));

        assertThat(settled.items()).containsExactly(new Item("MUG", 1, PRICE));
        assertThat(settled.settled(order, Map.of("MUG", 2))).isEqualTo(settled);
    }

    private static Offer offer(String sku, String currency, boolean onSale) {
        return new Offer(sku, "P", sku, Money.of(1, currency), null, onSale);
    }

    static Cart filledWith(int things) {
        return IntStream.range(0, things)
                .boxed()
                .reduce(Cart.empty(), (cart, it) -> cart.plus("SKU-" + it, 1, PRICE), (a, _) -> a);
    }
}
