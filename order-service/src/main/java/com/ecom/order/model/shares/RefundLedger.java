package com.ecom.order.model.shares;

import static java.util.Objects.requireNonNull;

import com.ecom.core.money.Money;
import com.ecom.order.model.OrderRefusal;
import com.ecom.order.model.shares.Paid.Part;
import com.ecom.order.model.shares.Share.ShippingBack;
import com.ecom.order.model.totals.Allocation;
import com.ecom.order.model.totals.Rounding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;

/** What was paid for an order and given back of it so far; decides what the next refund is worth, and of what it is. */
public final class RefundLedger {

    private final Paid paid;
    private final Map<String, Position> lines;
    private final Position shipping;

    private RefundLedger(Paid paid, Map<String, Position> lines, Position shipping) {
        this.paid = paid;
        this.lines = lines;
        this.shipping = shipping;
    }

    public static RefundLedger of(Paid paid) {
        var lines = new LinkedHashMap<String, Position>();
        paid.lines().forEach(it -> lines.merge(it.sku(), Position.of(it.quantity(), it.part()), Position::plus));
        return new RefundLedger(paid, lines, Position.of(1, paid.shipping()));
    }

    /** After a refund that was promised, and has not failed. */
    public RefundLedger with(Share given) {
        var after = new LinkedHashMap<>(lines);
        given.lines()
                .forEach(
                        it -> after.computeIfPresent(it.sku(), (_, position) -> position.after(it.units(), it.part())));
        return new RefundLedger(paid, after, shipping.after(0, given.shipping()));
    }

    /** After a refund of which nobody has said what it is of: of its units first, and the rest of it of everything left. */
    public RefundLedger presumed(Map<String, Integer> units, long amount) {
        var rest = Math.min(amount, left());
        var shares = new ArrayList<Share.Line>();
        for (var line : lines.entrySet()) {
            var it = line.getValue();
            var back = Math.min(units.getOrDefault(line.getKey(), 0), it.unitsLeft());
            if (back > 0) {
                var part = it.part(Math.min(rest, it.forUnits(back, paid.step())));
                rest -= part.amount();
                shares.add(new Share.Line(line.getKey(), back, part));
            }
        }
        var after = with(new Share(shares, Part.NOTHING));
        var whole = rest - rest % paid.step();
        return whole == 0 ? after : after.with(after.ofAmount(whole));
    }

    public long left() {
        return lines.values().stream().mapToLong(Position::left).reduce(shipping.left(), Math::addExact);
    }

    /**
     * What some units are worth, by the share that was paid for them.
     *
     * @throws OrderRefusal if so many were not sold, or money was given back for them before, or nothing was paid for them
     */
    public Share ofUnits(Map<String, Integer> units, ShippingBack shippingBack) {
        var tooMany = units.entrySet().stream()
                .filter(it -> !lines.containsKey(it.getKey())
                        || it.getValue() > position(it.getKey()).unitsLeft())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        if (!tooMany.isEmpty()) {
            throw new OrderRefusal.NotThatManySold(tooMany);
        }
        var shares = new ArrayList<Share.Line>();
        lines.forEach((sku, it) -> {
            var back = units.getOrDefault(sku, 0);
            if (back > 0) {
                shares.add(new Share.Line(sku, back, it.part(it.forUnits(back, paid.step()))));
            }
        });
        var share = new Share(shares, shipping.part(shippingWith(units, shippingBack)));
        if (share.amount() == 0) {
            throw new OrderRefusal.NothingToRefund();
        }
        return share;
    }

    /**
     * Money alone, spread over what is left of lines and shipping, so that the tax in it is known.
     *
     * @throws OrderRefusal if nothing is left of it, or not as much
     */
    public Share ofAmount(long amount) {
        if (amount <= 0) {
            throw new OrderRefusal.NothingToRefund();
        }
        if (amount > left()) {
            throw new OrderRefusal.MoreThanIsLeft(new Money(left(), paid.currency()));
        }
        if (amount % paid.step() != 0) {
            throw new OrderRefusal.AmountNotChargeable(new Money(paid.step(), paid.currency()));
        }
        var weights = LongStream.concat(
                        lines.values().stream().mapToLong(Position::left), LongStream.of(shipping.left()))
                .toArray();
        var amounts = Allocation.of(amount, weights, paid.step());
        var shares = new ArrayList<Share.Line>();
        var next = 0;
        for (var line : lines.entrySet()) {
            var share = amounts[next++];
            if (share > 0) {
                shares.add(new Share.Line(line.getKey(), 0, line.getValue().part(share)));
            }
        }
        return new Share(shares, shipping.part(amounts[next]));
    }

    private long shippingWith(Map<String, Integer> units, ShippingBack shippingBack) {
        return switch (shippingBack) {
            case NONE -> 0;
            case ALL -> shipping.left();
            case PROPORTIONATE -> Math.min(shipping.left(), shippingFor(units) - shippingFor(Map.of()));
        };
    }

    /** What of the shipping belongs to the units that came back before, and to these. */
    private long shippingFor(Map<String, Integer> more) {
        var sold = 0L;
        var back = 0L;
        for (var line : lines.entrySet()) {
            var it = line.getValue();
            var units = it.back() + more.getOrDefault(line.getKey(), 0);
            sold = Math.addExact(sold, value(it, it.quantity()));
            back = Math.addExact(back, value(it, units));
        }
        return Rounding.DOWN.of(shipping.paid().amount(), back, sold, paid.step());
    }

    /** Where the goods cost nothing each unit weighs the same. */
    private long value(Position line, int units) {
        var goodsCost = lines.values().stream().anyMatch(it -> it.paid().amount() > 0);
        return goodsCost ? line.worth(units, paid.step()) : units;
    }

    private Position position(String sku) {
        return requireNonNull(lines.get(sku));
    }
}
