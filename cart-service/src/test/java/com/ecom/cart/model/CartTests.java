package com.ecom.cart.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.ecom.cart.model.Cart.Item;
import com.ecom.core.money.Money;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

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
    void mergingTakesTheLargerQuantityAndRepeatingItChangesNothing() {
        var mine = Cart.empty().plus("MUG", 1, PRICE).plus("TEA", 5, PRICE);
        var guests = Cart.empty().plus("MUG", 3, PRICE).plus("TEA", 2, PRICE).plus("POT", 1, PRICE);

        var merged = mine.merged(guests);

        assertThat(merged.items())
                .containsExactly(new Item("MUG", 3, PRICE), new Item("TEA", 5, PRICE), new Item("POT", 1, PRICE));
        assertThat(merged.merged(guests)).isEqualTo(merged);
    }

    @Test
    void mergingNeverOverfillsACart() {
        var merged = filledWith(Cart.MAX_ITEMS).merged(Cart.empty().plus("ONE-MORE", 1, PRICE));

        assertThat(merged.items()).hasSize(Cart.MAX_ITEMS);
    }

    @Test
    void whatAnOrderBoughtLeavesTheCartOnce() {
        var order = UUID.randomUUID();
        var cart = Cart.empty().plus("MUG", 3, PRICE).plus("TEA", 1, PRICE);

        var settled = cart.settled(order, Map.of("MUG", 2, "TEA", 1));

        assertThat(settled.items()).containsExactly(new Item("MUG", 1, PRICE));
        assertThat(settled.settled(order, Map.of("MUG", 2))).isEqualTo(settled);
    }

    private static Cart filledWith(int things) {
        return IntStream.range(0, things)
                .boxed()
                .reduce(Cart.empty(), (cart, it) -> cart.plus("SKU-" + it, 1, PRICE), (a, _) -> a);
    }
}
