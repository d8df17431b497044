package com.ecom.order.model.totals;

import com.ecom.order.model.totals.Bill.Delivery;
import com.ecom.order.model.totals.Bill.Line;
import com.ecom.order.model.totals.Bill.Tax;
import com.ecom.order.model.totals.Bill.Totals;
import com.ecom.order.model.totals.Effect.Kind;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** Writes down what a basket costs with the promotions of a world, with its tax. */
final class BillWriter {

    private final Basket basket;
    private final World world;
    private final long[] left;
    private final Taxing taxing;
    private final boolean exempt;

    private BillWriter(Basket basket, World world) {
        this.basket = basket;
        this.world = world;
        this.left = world.amounts();
        this.taxing = Taxing.of(basket, left, world.shippingLeft());
        this.exempt = basket.shopper().exemption() != null;
    }

    static Bill write(Basket basket, World world) {
        return new BillWriter(basket, world).bill();
    }

    private Bill bill() {
        var lines =
                IntStream.range(0, basket.lines().size()).mapToObj(this::line).toList();
        var shipping = shipping();
        var discount = sum(lines, it -> it.itemDiscount() + it.orderDiscount());
        var totals = new Totals(
                sum(lines, Line::subtotal),
                discount,
                sum(lines, Line::amount),
                shipping.amount(),
                Math.addExact(sum(lines, Line::tax), shipping.tax()),
                Math.addExact(sum(lines, Line::paid), shipping.paid()));
        return new Bill(
                basket.market().currency(),
                basket.market().step(),
                lines,
                world.discounts(),
                shipping,
                taxes(totals),
                totals,
                List.of());
    }

    private Line line(int i) {
        var line = basket.lines().get(i);
        var removed = removed(taxing.taxOf(i));
        var tax = charged(taxing.taxOf(i));
        return new Line(
                line.sku(),
                line.quantity(),
                line.unitPrice(),
                line.listPrice(),
                line.subtotal(),
                world.takenBy(Kind.ITEM)[i],
                world.takenBy(Kind.ORDER)[i],
                removed,
                left[i] - removed,
                exempt ? TaxRate.NONE : taxing.rateOf(i),
                tax,
                paid(left[i] - removed, tax));
    }

    private Delivery shipping() {
        var way = basket.shipping();
        var amount = world.shippingLeft();
        var removed = removed(taxing.shippingTax());
        var tax = charged(taxing.shippingTax());
        return new Delivery(
                way == null || !basket.isShipped() ? null : way.method(),
                world.hasFreeShipping(),
                world.shippingPrice(),
                world.shippingPrice() - amount,
                removed,
                amount - removed,
                tax,
                paid(amount - removed, tax));
    }

    /** Whoever is exempt pays none of it, and gets off what would have been inside the price for others. */
    private List<Tax> taxes(Totals totals) {
        if (!exempt) {
            return taxing.rows();
        }
        return totals.total() == 0
                ? List.of()
                : List.of(new Tax(TaxRate.NONE, basket.shopper().exemption(), totals.total(), 0, List.of()));
    }

    private long removed(long tax) {
        return exempt && !basket.market().addsTax() ? tax : 0;
    }

    private long charged(long tax) {
        return exempt ? 0 : tax;
    }

    private long paid(long amount, long tax) {
        return basket.market().addsTax() ? Math.addExact(amount, tax) : amount;
    }

    private static long sum(List<Line> lines, ToLongFunction<Line> part) {
        return lines.stream().mapToLong(part).reduce(0, Math::addExact);
    }
}
