package com.ecom.inventory.reserving;

import com.ecom.core.outbox.Outbox;
import com.ecom.inventory.model.Decision.IfThereIsEnough;
import com.ecom.inventory.model.Decision.Settled;
import com.ecom.inventory.model.Line;
import com.ecom.inventory.model.Movement;
import com.ecom.inventory.model.Reservation;
import com.ecom.inventory.model.ReservationFact.Reserve;
import com.ecom.inventory.model.ReservationState.None;
import com.ecom.inventory.model.Shortage;
import com.ecom.inventory.model.StockChange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/** What becomes of some reservations, decided one after the other to be written together. */
final class ReservationBatch {

    private final Map<UUID, Reservation> now;
    private final OpenOrders open;
    private final Function<List<Line>, List<Shortage>> shortages;
    private final Outbox outbox;
    private final Map<UUID, Reservation> changed = new LinkedHashMap<>();
    private final List<StockChange> changes = new ArrayList<>();

    /**
     * @param locked the reservations as they are, one for each order that will be named
     * @param shortages what is missing of some lines at this moment
     */
    ReservationBatch(
            Map<UUID, Reservation> locked,
            OpenOrders open,
            Function<List<Line>, List<Shortage>> shortages,
            Outbox outbox) {
        this.now = new HashMap<>(locked);
        this.open = open;
        this.shortages = shortages;
        this.outbox = outbox;
    }

    /** Returns what leaves the shelf, or comes back to it. */
    List<StockChange> decide(ReservationRequest request) {
        var before = Objects.requireNonNull(now.get(request.order()));
        if (before.state() instanceof None && request.fact() instanceof Reserve reserve && open.isOneTooMany(reserve)) {
            return settle(before, before.refuseForItsOwner());
        }
        return switch (before.on(request.fact())) {
            case Settled it -> settle(before, it);
            case IfThereIsEnough it -> {
                var missing = shortages.apply(it.taken().next().lines());
                yield settle(
                        before, missing.isEmpty() ? it.taken() : it.otherwise().apply(missing));
            }
        };
    }

    Collection<Reservation> changed() {
        return changed.values();
    }

    List<StockChange> stockChanges() {
        return changes;
    }

    private List<StockChange> settle(Reservation before, Settled settled) {
        var after = settled.next();
        if (!after.equals(before)) {
            now.put(after.orderId(), after);
            changed.put(after.orderId(), after);
        }
        settled.reply().ifPresent(outbox::publish);
        var moved = changesOf(after, settled.movement());
        changes.addAll(moved);
        return moved;
    }

    private static List<StockChange> changesOf(Reservation reservation, Movement movement) {
        return movement == Movement.NONE
                ? List.of()
                : reservation.lines().stream()
                        .map(it -> new StockChange(reservation.orderId(), it.sku(), movement.of(it), movement.name()))
                        .toList();
    }

    /** How many orders each owner has open; a refused one counts too, which errs on the safe side. */
    static final class OpenOrders {

        private final Map<UUID, Integer> counts;
        private final int most;

        OpenOrders(Map<UUID, Integer> counts, int most) {
            this.counts = new HashMap<>(counts);
            this.most = most;
        }

        private boolean isOneTooMany(Reserve reserve) {
            return counts.merge(reserve.owner(), 1, Integer::sum) > most;
        }
    }
}
