package com.ecom.cart.model;

import org.jspecify.annotations.Nullable;

/**
 * What became of a thing in a cart that was merged into another.
 *
 * @param quantity that the merged cart held
 * @param added how many more there are now than before
 * @param reason why it was left where it was
 */
public record MergedItem(
        String sku,
        int quantity,
        int added,
        Result result,
        @Nullable Reason reason) {

    /** Moved where there was none, raised to the larger quantity, kept as there were enough already, or left where it was. */
    public enum Result {
        MOVED,
        RAISED,
        KEPT,
        LEFT
    }

    public enum Reason {
        MIXED_CURRENCIES,
        TOO_MANY_ITEMS,
        TOO_MANY_OF_ONE
    }
}
