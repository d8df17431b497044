package com.ecom.order.model.totals;

import com.ecom.order.model.totals.Shopper.Exemption;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a basket costs, and how that came about; kept with the order, so that nothing is ever looked up or computed for it
 * again. Amounts are minor units.
 *
 * @param step every amount is a multiple of it
 * @param discounts in the order in which they were applied
 * @param taxes by rate, the highest first
 */
public record Bill(
        Currency currency,
        long step,
        List<Line> lines,
        List<Discount> discounts,
        Delivery shipping,
        List<Tax> taxes,
        Totals totals,
        List<NotApplied> notApplied) {

    public Bill {
        lines = List.copyOf(lines);
        discounts = List.copyOf(discounts);
        taxes = List.copyOf(taxes);
        notApplied = List.copyOf(notApplied);
    }

    public long total() {
        return totals.total();
    }

    Bill with(List<NotApplied> others) {
        return new Bill(currency, step, lines, discounts, shipping, taxes, totals, others);
    }

    /**
     * @param listPrice of one unit, where the unit price is a reduced one
     * @param subtotal unit price by quantity
     * @param taxRemoved what was inside the price and is not charged, where the shopper is exempt
     * @param amount subtotal without the discounts and the tax that was removed
     * @param tax the line's share of the tax at its rate, inside the amount or added to it
     * @param paid what the line is worth when it is given back: the amount, with the tax where that is added
     */
    public record Line(
            String sku,
            int quantity,
            long unitPrice,
            @Nullable Long listPrice,
            long subtotal,
            long itemDiscount,
            long orderDiscount,
            long taxRemoved,
            long amount,
            TaxRate rate,
            long tax,
            long paid) {}

    /**
     * @param amount what it took off in all
     * @param byLine of which from each line; nothing of what was taken off shipping
     */
    public record Discount(String promotionId, long amount, List<Long> byLine) {
        public Discount {
            byLine = List.copyOf(byLine);
        }
    }

    /**
     * @param free whether the threshold was reached, so that the price is nothing
     * @param price before promotions
     */
    public record Delivery(
            @Nullable String method,
            boolean free,
            long price,
            long discount,
            long taxRemoved,
            long amount,
            long tax,
            long paid) {}

    /**
     * @param exemption why nothing is charged, where nothing is
     * @param base without the tax
     * @param parts of the tax, by authority
     */
    public record Tax(TaxRate rate, @Nullable Exemption exemption, long base, long tax, List<Part> parts) {
        public Tax {
            parts = List.copyOf(parts);
        }
    }

    public record Part(String name, int ppm, long tax) {}

    /**
     * @param discount of items and of the order
     * @param merchandise what the goods cost after discounts
     * @param shipping after its discounts
     */
    public record Totals(long subtotal, long discount, long merchandise, long shipping, long tax, long total) {}

    public record NotApplied(String promotionId, Reason reason) {}

    /** Why a promotion takes nothing off. */
    public enum Reason {
        CONDITION_NOT_MET,
        /** Another one of its group takes off more. */
        OTHER_OF_GROUP,
        /** It stands alone, or another one does. */
        NOT_COMBINABLE,
        /** It would take nothing off, or make the order dearer. */
        NO_BENEFIT
    }
}
