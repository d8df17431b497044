package com.ecom.order.model.shares;

import com.ecom.order.model.OrderLine;
import com.ecom.order.model.totals.Bill;
import java.util.Currency;
import java.util.List;

/**
 * What was paid for an order, in minor units.
 *
 * @param step what is given back is a multiple of it, as what was paid is
 * @param lines each SKU once
 */
public record Paid(Currency currency, long step, List<Line> lines, Part shipping) {

    public Paid {
        lines = List.copyOf(lines);
    }

    /** Of lines that cost what their units do, with nothing taken off, shipped for nothing and not taxed. */
    public static Paid inFull(List<OrderLine> lines) {
        return new Paid(
                lines.getFirst().unitPrice().currency(),
                1,
                lines.stream()
                        .map(it -> new Line(
                                it.sku(), it.quantity(), new Part(it.subtotal().amount(), 0)))
                        .toList(),
                Part.NOTHING);
    }

    /** As a bill says it. */
    public static Paid of(Bill bill) {
        return new Paid(
                bill.currency(),
                bill.step(),
                bill.lines().stream()
                        .map(it -> new Line(it.sku(), it.quantity(), new Part(it.paid(), it.tax())))
                        .toList(),
                new Part(bill.shipping().paid(), bill.shipping().tax()));
    }

    public long total() {
        return lines.stream().mapToLong(it -> it.part().amount()).reduce(shipping.amount(), Math::addExact);
    }

    /** So many units of a SKU, and what was paid for all of them. */
    public record Line(String sku, int quantity, Part part) {}

    /**
     * An amount of money, and the tax in it.
     *
     * @param amount with the tax
     */
    public record Part(long amount, long tax) {

        public static final Part NOTHING = new Part(0, 0);

        Part plus(Part more) {
            return new Part(Math.addExact(amount, more.amount), Math.addExact(tax, more.tax));
        }
    }
}
