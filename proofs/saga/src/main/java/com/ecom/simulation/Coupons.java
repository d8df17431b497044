package com.ecom.simulation;

import com.ecom.order.model.Order;
import com.ecom.order.model.OrderState.Cancelled;
import com.ecom.order.model.OrderState.Sold;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** One code that few orders may use, and who uses it; both in order-service's database, and changed with the order. */
final class Coupons {

    static final int MOST = 2;

    private static final String CODE = "FEW10";

    /** What became of an order's use. */
    enum Use {
        RESERVED,
        COMMITTED,
        RELEASED
    }

    private final World world;
    private final Table<String, Integer> used;
    private final Map<UUID, Use> uses = new HashMap<>();
    private final Set<UUID> wanted = new HashSet<>();

    Coupons(World world) {
        this.world = world;
        this.used = new Table<>(world.chance, world.rules.writesWhatItRead(Coupons.class));
    }

    /** With the order that wants it, in its transaction. Where none is left the customer is told, and orders without. */
    void take(UUID order) {
        wanted.add(order);
        if (world.rules.reservesUses() && count(1)) {
            uses.put(order, Use.RESERVED);
        }
    }

    /** With each step of an order: a use is what its order is. */
    void follow(Order order) {
        var id = order.id().value();
        var before = uses.get(id);
        if (before == null) {
            countLate(order);
            return;
        }
        var now = world.rules.use(before, order);
        if (world.rules.givesBack(before, now)) {
            count(-1);
        }
        uses.put(id, now);
    }

    /** Whether the order's use is what the order is, if it has one. */
    boolean agreeWith(Order order) {
        var use = uses.get(order.id().value());
        return use == null || use == rightFor(order);
    }

    /** Whether there are never too many, and as many as the counter says. */
    boolean addUp() {
        var held = uses.values().stream().filter(it -> it != Use.RELEASED).count();
        return held <= MOST && held == used.all().getOrDefault(CODE, 0);
    }

    static Use rightFor(Order order) {
        return switch (order.state()) {
            case Cancelled _ -> Use.RELEASED;
            case Sold _ -> Use.COMMITTED;
            default -> Use.RESERVED;
        };
    }

    /** As a shop does that counts uses when it sells, and not before. */
    private void countLate(Order order) {
        var id = order.id().value();
        if (!world.rules.reservesUses() && wanted.contains(id) && order.state() instanceof Sold) {
            count(1);
            uses.put(id, Use.COMMITTED);
        }
    }

    /** Whether there was room for it. */
    private boolean count(int more) {
        var before = used.read(CODE).orElse(0);
        if (more > 0 && !world.rules.usesLeft(before, MOST)) {
            return false;
        }
        used.write(CODE, before + more);
        return true;
    }
}
