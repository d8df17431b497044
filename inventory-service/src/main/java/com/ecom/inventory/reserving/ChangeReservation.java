package com.ecom.inventory.reserving;

import com.ecom.core.fault.FaultPoint;
import com.ecom.core.inbox.Received;
import com.ecom.core.outbox.Outbox;
import com.ecom.inventory.model.Decision.IfThereIsEnough;
import com.ecom.inventory.model.Decision.Settled;
import com.ecom.inventory.model.Line;
import com.ecom.inventory.model.Movement;
import com.ecom.inventory.model.Reservation;
import com.ecom.inventory.model.ReservationFact;
import com.ecom.inventory.model.ReservationFact.Reserve;
import com.ecom.inventory.model.ReservationState.None;
import com.ecom.inventory.model.Reservations;
import com.ecom.inventory.model.Reservations.Origin;
import com.ecom.inventory.model.Shortage;
import com.ecom.inventory.model.Stock;
import com.ecom.inventory.model.StockChange;
import com.ecom.inventory.model.Stocks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Moves orders' reservations along, and their stock with them; many at once cost little more than one. */
@Component
class ChangeReservation {

    private final Reservations reservations;
    private final Stocks stocks;
    private final Outbox outbox;
    private final HoldSettings settings;
    private final TransactionTemplate attempt;

    ChangeReservation(
            Reservations reservations,
            Stocks stocks,
            Outbox outbox,
            HoldSettings settings,
            PlatformTransactionManager transactions) {
        this.reservations = reservations;
        this.stocks = stocks;
        this.outbox = outbox;
        this.settings = settings;
        this.attempt = new TransactionTemplate(transactions);
        this.attempt.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    @Transactional
    void handle(UUID orderId, ReservationFact fact) {
        handleAll(List.of(new Asked(orderId, fact)));
    }

    @Transactional
    void handleAll(List<Asked> asked) {
        handle(asked, asked::forEach);
    }

    @Transactional
    void hear(List<Received<Asked>> news) {
        handle(
                news.stream().map(it -> it.content().from(it.traceparent())).toList(),
                step -> news.forEach(it -> it.whileHandled(() -> step.accept(it.content()))));
    }

    /**
     * Usually there is enough for everybody, and the stock is touched last and for a moment only. Otherwise the stock
     * is locked first, and whoever came first gets what there is: all lines or none.
     */
    private void handle(Collection<Asked> asked, Consumer<Consumer<Asked>> oneAfterTheOther) {
        var origins = originsOf(asked);
        var locked =
                reservations.lock(asked.stream().map(Asked::order).distinct().toList(), origins);
        var open =
                reservations.openOf(origins.values().stream().map(Origin::owner).collect(Collectors.toSet()));
        if (!attempt(() -> {
            var batch = new Batch(locked, open, _ -> List.of());
            oneAfterTheOther.accept(batch::take);
            return batch.keep();
        })) {
            var shelf = shelfFor(asked, locked);
            var batch = new Batch(locked, open, shelf::shortagesOf);
            oneAfterTheOther.accept(asks -> shelf.move(batch.take(asks)));
            if (!batch.keep()) {
                throw new IllegalStateException("Stock that was locked is not there: " + shelf);
            }
        }
    }

    private static Map<UUID, Origin> originsOf(Collection<Asked> asked) {
        var origins = new HashMap<UUID, Origin>();
        asked.forEach(it -> {
            if (it.fact() instanceof Reserve wish) {
                origins.put(it.order(), new Origin(wish.owner(), it.trace()));
            }
        });
        return origins;
    }

    /** Back to the savepoint, with everything that was said, if it did not work out. */
    private boolean attempt(BooleanSupplier change) {
        try {
            return Boolean.TRUE.equals(attempt.execute(savepoint -> {
                var good = change.getAsBoolean();
                if (!good) {
                    savepoint.setRollbackOnly();
                }
                return good;
            }));
        } catch (TransactionSystemException e) {
            // The database has undone everything, savepoint included: why is what the caller can do something about.
            throw e.getApplicationException() instanceof PessimisticLockingFailureException reason ? reason : e;
        }
    }

    private Shelf shelfFor(Collection<Asked> asked, Map<UUID, Reservation> locked) {
        var skus = new TreeSet<String>();
        for (var it : asked) {
            it.lines().forEach(line -> skus.add(line.sku()));
            Objects.requireNonNull(locked.get(it.order())).lines().forEach(line -> skus.add(line.sku()));
        }
        return new Shelf(stocks.lock(skus));
    }

    /** What becomes of some reservations, decided one after the other and written together. */
    private final class Batch {

        private final Map<UUID, Reservation> now;
        private final Map<UUID, Integer> open;
        private final Function<List<Line>, List<Shortage>> shortages;
        private final Map<UUID, Reservation> changed = new LinkedHashMap<>();
        private final List<StockChange> changes = new ArrayList<>();

        Batch(Map<UUID, Reservation> locked, Map<UUID, Integer> open, Function<List<Line>, List<Shortage>> shortages) {
            this.now = new HashMap<>(locked);
            this.open = new HashMap<>(open);
            this.shortages = shortages;
        }

        /** Returns what leaves the shelf, or comes back to it. */
        List<StockChange> take(Asked asked) {
            var before = Objects.requireNonNull(now.get(asked.order()));
            if (before.state() instanceof None && asked.fact() instanceof Reserve wish && isOneTooMany(wish)) {
                return settle(before, before.refuseForItsOwner());
            }
            return switch (before.on(asked.fact())) {
                case Settled it -> settle(before, it);
                case IfThereIsEnough it -> {
                    var missing = shortages.apply(it.taken().next().lines());
                    yield settle(
                            before,
                            missing.isEmpty() ? it.taken() : it.otherwise().apply(missing));
                }
            };
        }

        /** Counts the order as one that its owner has open, which errs on the safe side if it is not held in the end. */
        private boolean isOneTooMany(Reserve wish) {
            return open.merge(wish.owner(), 1, Integer::sum) > settings.openOrders();
        }

        /** False if there was too little of something. */
        boolean keep() {
            reservations.keep(changed.values());
            FaultPoint.pass("reservations-kept-before-stock");
            return stocks.change(changes).isEmpty();
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
                            .map(it ->
                                    new StockChange(reservation.orderId(), it.sku(), movement.of(it), movement.name()))
                            .toList();
        }
    }

    /** The stock of some SKUs while nobody else can change it. */
    private static final class Shelf {

        private final Map<String, Long> available = new HashMap<>();

        Shelf(List<Stock> locked) {
            locked.forEach(it -> available.merge(it.sku(), it.available(), Long::sum));
        }

        List<Shortage> shortagesOf(List<Line> lines) {
            return lines.stream()
                    .filter(it -> available.getOrDefault(it.sku(), 0L) < it.quantity())
                    .map(it -> new Shortage(it.sku(), it.quantity(), available.getOrDefault(it.sku(), 0L)))
                    .toList();
        }

        void move(List<StockChange> changes) {
            changes.forEach(it -> available.merge(it.sku(), (long) it.delta(), Long::sum));
        }

        @Override
        public String toString() {
            return available.toString();
        }
    }

    /** What somebody asks of an order's reservation, and where they are in the purchase's trace. */
    record Asked(UUID order, ReservationFact fact, @Nullable String trace) {

        Asked(UUID order, ReservationFact fact) {
            this(order, fact, null);
        }

        Asked from(@Nullable String place) {
            return new Asked(order, fact, place);
        }

        List<Line> lines() {
            return fact instanceof Reserve wish ? wish.lines() : List.of();
        }
    }
}
