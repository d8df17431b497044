package com.ecom.order.model.totals;

import com.ecom.order.model.totals.Bill.Discount;
import com.ecom.order.model.totals.Bill.Reason;
import com.ecom.order.model.totals.Effect.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A basket with some of its promotions, applied class by class and turn by turn. */
final class World {

    private final Basket basket;
    private final List<Promotion> promotions;
    private final Remainder left;
    private final List<Discount> discounts = new ArrayList<>();
    private final Map<Promotion, Reason> notApplied = new LinkedHashMap<>();
    private final Set<Promotion> applied = new HashSet<>();
    private final Map<Kind, long[]> takenBy = new LinkedHashMap<>();
    private boolean freeShipping;
    private long shippingPrice;

    private World(Basket basket, List<Promotion> promotions) {
        this.basket = basket;
        this.promotions = promotions.stream().sorted(Promotion.TURNS).toList();
        this.left = new Remainder(basket);
    }

    static World of(Basket basket, List<Promotion> promotions) {
        var world = new World(basket, promotions);
        world.apply(Kind.ITEM);
        world.apply(Kind.ORDER);
        world.ship();
        world.apply(Kind.SHIPPING);
        return world;
    }

    List<Promotion> promotions() {
        return promotions;
    }

    List<Discount> discounts() {
        return discounts;
    }

    Map<Promotion, Reason> notApplied() {
        return notApplied;
    }

    Set<Promotion> applied() {
        return applied;
    }

    /** What promotions of a class took off each line. */
    long[] takenBy(Kind kind) {
        return takenBy.getOrDefault(kind, new long[basket.lines().size()]);
    }

    long[] amounts() {
        return left.amounts();
    }

    long shippingLeft() {
        return left.shipping();
    }

    long shippingPrice() {
        return shippingPrice;
    }

    boolean hasFreeShipping() {
        return freeShipping;
    }

    private void ship() {
        var shipping = basket.shipping();
        if (shipping != null && basket.isShipped()) {
            var before = basket.sumOf(Filter.EVERYTHING, basket.subtotals());
            freeShipping = shipping.isFree(before, left.goods());
            shippingPrice = shipping.priceOf(basket, before, left.goods());
            left.ship(shippingPrice);
        }
    }

    private void apply(Kind kind) {
        var before = left.amounts();
        var inTurn = promotions.stream().filter(it -> it.kind() == kind).toList();
        var eligible =
                inTurn.stream().filter(it -> it.conditionsHold(basket, before)).toList();
        inTurn.stream()
                .filter(it -> !eligible.contains(it))
                .forEach(it -> notApplied.put(it, Reason.CONDITION_NOT_MET));
        var decided = new HashSet<Promotion>();
        for (var turn : eligible) {
            var rivals = eligible.stream().filter(turn::rivals).toList();
            if (decided.addAll(rivals)) {
                applyBestOf(rivals);
            }
        }
        var after = left.amounts();
        Arrays.setAll(before, i -> before[i] - after[i]);
        takenBy.put(kind, before);
    }

    private void applyBestOf(List<Promotion> rivals) {
        var offers = new LinkedHashMap<Promotion, Reduction>();
        rivals.forEach(it -> offers.put(it, left.of(it.effect())));
        var most = offers.values().stream().mapToLong(Reduction::amount).max().orElse(0);
        var decided = false;
        for (var offer : offers.entrySet()) {
            var it = offer.getKey();
            var reduction = offer.getValue();
            if (reduction.amount() == 0) {
                notApplied.put(it, Reason.NO_BENEFIT);
            } else if (decided || reduction.amount() < most) {
                notApplied.put(it, Reason.OTHER_OF_GROUP);
            } else {
                decided = true;
                left.take(reduction);
                applied.add(it);
                discounts.add(new Discount(
                        it.id(),
                        reduction.amount(),
                        Arrays.stream(reduction.byLine()).boxed().toList()));
            }
        }
    }
}
