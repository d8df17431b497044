package com.ecom.cart.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.cart.model.Cart.Item;
import com.ecom.cart.model.MergedItem.Reason;
import com.ecom.cart.model.MergedItem.Result;
import com.ecom.core.money.Money;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MergedTests {

    private static final Money PRICE = Money.of(1_499, "USD");
    private static final int MOST = 100;

    @Test
    void saysWhatBecameOfEachThingAndRepeatingItChangesNothing() {
        var mine = Cart.empty().plus("MUG", 1, PRICE).plus("TEA", 5, PRICE);
        var guests = Cart.empty().plus("MUG", 3, PRICE).plus("TEA", 2, PRICE).plus("POT", 1, PRICE);

        var merged = Merged.of(mine, guests, Map.of(), MOST);

        assertThat(merged.cart().items())
                .containsExactly(new Item("MUG", 3, PRICE), new Item("TEA", 5, PRICE), new Item("POT", 1, PRICE));
        assertThat(merged.items())
                .containsExactly(
                        new MergedItem("MUG", 3, 2, Result.RAISED, null),
                        new MergedItem("TEA", 2, 0, Result.KEPT, null),
                        new MergedItem("POT", 1, 1, Result.MOVED, null));
        assertThat(guests.withoutAll(merged.takenFrom(guests)).items()).isEmpty();
        assertThat(Merged.of(merged.cart(), guests, Map.of(), MOST).cart()).isEqualTo(merged.cart());
    }

    @Test
    void whatDoesNotFitIsLeftInTheOtherCart() {
        var guests = Cart.empty().plus("SKU-1", 7, PRICE).plus("ONE-MORE", 2, PRICE);

        var merged = Merged.of(CartTests.filledWith(Cart.MAX_ITEMS), guests, Map.of(), MOST);

        assertThat(merged.cart().items()).hasSize(Cart.MAX_ITEMS);
        assertThat(merged.items())
                .containsExactly(
                        new MergedItem("SKU-1", 7, 6, Result.RAISED, null),
                        new MergedItem("ONE-MORE", 2, 0, Result.LEFT, Reason.TOO_MANY_ITEMS));
        assertThat(guests.withoutAll(merged.takenFrom(guests)).items()).containsExactly(new Item("ONE-MORE", 2, PRICE));
    }

    @Test
    void whatIsSoldInAnotherCurrencyIsLeftInTheOtherCart() {
        var offers = Map.of("MUG", offer("MUG", "USD"), "TEE", offer("TEE", "EUR"), "POT", offer("POT", "USD"));
        var mine = Cart.empty().plus("MUG", 1, PRICE);
        var guests = Cart.empty().plus("TEE", 1, PRICE).plus("POT", 1, PRICE);

        var merged = Merged.of(mine, guests, offers, MOST);

        assertThat(merged.cart().items()).extracting(Item::sku).containsExactly("MUG", "POT");
        assertThat(merged.items().getFirst())
                .isEqualTo(new MergedItem("TEE", 1, 0, Result.LEFT, Reason.MIXED_CURRENCIES));
    }

    @Test
    void moreOfAThingThanCanBeOrderedIsLeftInTheOtherCart() {
        var mine = Cart.empty().plus("MUG", 1, PRICE).plus("TEA", 150, PRICE);
        var guests =
                Cart.empty().plus("MUG", 101, PRICE).plus("TEA", 150, PRICE).plus("POT", 101, PRICE);

        var merged = Merged.of(mine, guests, Map.of(), MOST);

        assertThat(merged.cart()).isEqualTo(mine);
        assertThat(merged.items())
                .containsExactly(
                        new MergedItem("MUG", 101, 0, Result.LEFT, Reason.TOO_MANY_OF_ONE),
                        new MergedItem("TEA", 150, 0, Result.KEPT, null),
                        new MergedItem("POT", 101, 0, Result.LEFT, Reason.TOO_MANY_OF_ONE));
        assertThat(guests.withoutAll(merged.takenFrom(guests)).items())
                .containsExactly(new Item("MUG", 101, PRICE), new Item("POT", 101, PRICE));
    }

    @Test
    void whatWasPutInMeanwhileStaysInTheOtherCart() {
        var guests = Cart.empty().plus("MUG", 1, PRICE).plus("TEA", 1, PRICE);
        var taken = Merged.of(Cart.empty(), guests, Map.of(), MOST).takenFrom(guests);

        assertThat(guests.plus("MUG", 1, PRICE).withoutAll(taken).items()).containsExactly(new Item("MUG", 2, PRICE));
    }

    private static Offer offer(String sku, String currency) {
        return new Offer(sku, "P", sku, Money.of(1, currency), null, true);
    }
}
