package com.ecom.order.model.totals;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * So many units of a SKU, at what one of them costs now.
 *
 * @param categories of the catalogue, by which promotions choose
 * @param taxCategory by which the rate of tax is found
 * @param onSale whether the price is a reduced one
 * @param listPrice what one of them costs when it is not reduced; absent where it is not
 * @param digital whether nothing of it is shipped
 * @param weightGrams of one unit; absent where nobody has said it, which is never nothing
 */
public record BasketLine(
        String sku,
        String productId,
        Set<String> categories,
        int quantity,
        long unitPrice,
        String taxCategory,
        boolean onSale,
        @Nullable Long listPrice,
        boolean digital,
        @Nullable Integer weightGrams) {

    public BasketLine {
        categories = Set.copyOf(categories);
        if (quantity < 1 || unitPrice < 0) {
            throw new IllegalArgumentException("%d of %s for %d each".formatted(quantity, sku, unitPrice));
        }
    }

    /** At a price of which nobody has said what it is otherwise. */
    public BasketLine(
            String sku,
            String productId,
            Set<String> categories,
            int quantity,
            long unitPrice,
            String taxCategory,
            boolean onSale,
            boolean digital,
            @Nullable Integer weightGrams) {
        this(sku, productId, categories, quantity, unitPrice, taxCategory, onSale, null, digital, weightGrams);
    }

    long subtotal() {
        return Math.multiplyExact(unitPrice, quantity);
    }

    BasketLine plus(BasketLine more) {
        var together = Math.addExact(quantity, more.quantity);
        if (!more.with(together).equals(with(together))) {
            throw new IllegalArgumentException("Two kinds of " + sku);
        }
        return with(together);
    }

    private BasketLine with(int units) {
        return new BasketLine(
                sku, productId, categories, units, unitPrice, taxCategory, onSale, listPrice, digital, weightGrams);
    }
}
