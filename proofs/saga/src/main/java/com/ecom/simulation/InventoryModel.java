package com.ecom.simulation;

import static java.util.Objects.requireNonNull;

import com.ecom.inventory.model.Decision;
import com.ecom.inventory.model.Decision.IfThereIsEnough;
import com.ecom.inventory.model.Decision.Settled;
import com.ecom.inventory.model.Line;
import com.ecom.inventory.model.Movement;
import com.ecom.inventory.model.Reservation;
import com.ecom.inventory.model.ReservationFact;
import com.ecom.inventory.model.ReservationFact.Commit;
import com.ecom.inventory.model.ReservationFact.Expire;
import com.ecom.inventory.model.ReservationFact.Release;
import com.ecom.inventory.model.ReservationFact.Reserve;
import com.ecom.inventory.model.Shortage;
import com.ecom.order.model.OrderEvent;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** inventory-service: the shelf, the ledger that explains it, and what is promised to whom. */
final class InventoryModel extends Service {

    private final Table<UUID, Reservation> reservations;
    private final Table<String, Integer> shelf;
    private final Map<String, Integer> booked = new HashMap<>();
    private final Set<Booking> ledger = new HashSet<>();

    InventoryModel(World world) {
        super(world);
        reservations = new Table<>(world.chance, world.rules.writesWhatItRead(Reservation.class));
        shelf = new Table<>(world.chance, world.rules.writesWhatItRead(Integer.class));
    }

    void stock(String sku, int quantity) {
        shelf.write(sku, quantity);
        booked.put(sku, quantity);
    }

    void letTimePass(UUID order) {
        transact(on(order, new Expire(world.now())));
    }

    @Override
    Change effectOf(Object content) {
        return switch (content) {
            case OrderEvent.OrderCreated it -> {
                var lines = it.lines().stream()
                        .map(line -> new Line(line.sku(), line.quantity()))
                        .toList();
                var hold = Duration.ofMinutes(1 + world.chance.below(120));
                yield on(
                        it.orderId(),
                        new Reserve(
                                it.customerId(), Line.summed(lines), world.now().plus(hold)));
            }
            case OrderEvent.CommitStock it -> on(it.orderId(), new Commit());
            case OrderEvent.ReleaseStock it -> on(it.orderId(), new Release());
            default -> throw new IllegalStateException("Not for us: " + content);
        };
    }

    Reservation of(UUID order) {
        return reservations.all().getOrDefault(order, Reservation.none(order));
    }

    int available(String sku) {
        return requireNonNull(shelf.all().get(sku));
    }

    /** What the ledger says is available. */
    int booked(String sku) {
        return requireNonNull(booked.get(sku));
    }

    private Change on(UUID order, ReservationFact fact) {
        var settled = settle(
                world.rules.reservation(reservations.read(order).orElseGet(() -> Reservation.none(order)), fact));
        return new Change(
                () -> keep(settled),
                settled.reply().map(it -> new Outgoing(world.orderModel, it)).stream()
                        .toList());
    }

    private Settled settle(Decision decision) {
        return switch (decision) {
            case Settled it -> it;
            case IfThereIsEnough(var taken, var otherwise) -> {
                var shortages = world.rules.takesAllLinesOrNone() ? shortagesOf(taken) : List.<Shortage>of();
                yield shortages.isEmpty() ? taken : otherwise.apply(shortages);
            }
        };
    }

    private List<Shortage> shortagesOf(Settled settled) {
        return settled.next().lines().stream()
                .filter(it -> !world.rules.enough(available(it.sku()), it.quantity()))
                .map(it -> new Shortage(it.sku(), it.quantity(), available(it.sku())))
                .toList();
    }

    private void keep(Settled settled) {
        var reservation = settled.next();
        reservations.write(reservation.orderId(), reservation);
        if (settled.movement() != Movement.NONE) {
            reservation.lines().forEach(it -> move(reservation.orderId(), it, settled.movement()));
        }
    }

    private void move(UUID order, Line line, Movement movement) {
        var delta = movement.of(line);
        if (delta < 0 && !world.rules.takesAllLinesOrNone() && available(line.sku()) < -delta) {
            return;
        }
        world.witness.seesMovement(order, delta, ledger.add(new Booking(order, line.sku(), movement)));
        shelf.write(line.sku(), shelf.read(line.sku()).orElseThrow() + delta);
        if (world.rules.booksEveryMovement() || !world.chance.misfortune(0.02)) {
            booked.merge(line.sku(), delta, Integer::sum);
        }
        world.witness.seesShelf(line.sku(), available(line.sku()));
    }

    private record Booking(UUID order, String sku, Movement movement) {}
}
