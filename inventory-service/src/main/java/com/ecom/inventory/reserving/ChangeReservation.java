package com.ecom.inventory.reserving;

import com.ecom.core.fault.FaultPoint;
import com.ecom.core.inbox.Received;
import com.ecom.core.outbox.Outbox;
import com.ecom.inventory.model.Reservation;
import com.ecom.inventory.model.ReservationFact;
import com.ecom.inventory.model.ReservationFact.Reserve;
import com.ecom.inventory.model.Reservations;
import com.ecom.inventory.model.Reservations.Origin;
import com.ecom.inventory.model.Stocks;
import com.ecom.inventory.reserving.ReservationBatch.OpenOrders;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;

/** Moves orders' reservations along, and their stock with them; many at once cost little more than one. */
@Component
class ChangeReservation {

    private final Reservations reservations;
    private final Stocks stocks;
    private final Outbox outbox;
    private final HoldSettings settings;
    private final NestedAttempt attempt;

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
        this.attempt = new NestedAttempt(transactions);
    }

    @Transactional
    void handle(UUID orderId, ReservationFact fact) {
        handleAll(List.of(new ReservationRequest(orderId, fact)));
    }

    @Transactional
    void handleAll(List<ReservationRequest> requests) {
        handle(requests, requests::forEach);
    }

    @Transactional
    void handleReceived(List<Received<ReservationRequest>> messages) {
        handle(
                messages.stream().map(it -> it.content().from(it.traceparent())).toList(),
                step -> messages.forEach(it -> it.whileHandled(() -> step.accept(it.content()))));
    }

    /**
     * Usually there is enough for everybody, and the stock is touched last and for a moment only. Otherwise the stock
     * is locked first, and whoever came first gets what there is: all lines or none.
     */
    private void handle(
            Collection<ReservationRequest> requests, Consumer<Consumer<ReservationRequest>> oneAfterTheOther) {
        var origins = originsOf(requests);
        var locked = reservations.lock(
                requests.stream().map(ReservationRequest::order).distinct().toList(), origins);
        var open =
                reservations.openOf(origins.values().stream().map(Origin::owner).collect(Collectors.toSet()));
        if (!optimistically(locked, open, oneAfterTheOther)) {
            withLockedStock(lockStock(requests, locked), locked, open, oneAfterTheOther);
        }
    }

    private boolean optimistically(
            Map<UUID, Reservation> locked,
            Map<UUID, Integer> open,
            Consumer<Consumer<ReservationRequest>> oneAfterTheOther) {
        return attempt.succeeds(() -> {
            var batch = new ReservationBatch(locked, openOrders(open), _ -> List.of(), outbox);
            oneAfterTheOther.accept(batch::decide);
            return keep(batch);
        });
    }

    private void withLockedStock(
            LockedStock stock,
            Map<UUID, Reservation> locked,
            Map<UUID, Integer> open,
            Consumer<Consumer<ReservationRequest>> oneAfterTheOther) {
        var batch = new ReservationBatch(locked, openOrders(open), stock::shortagesOf, outbox);
        oneAfterTheOther.accept(it -> stock.apply(batch.decide(it)));
        if (!keep(batch)) {
            throw new IllegalStateException("Stock that was locked is not there: " + stock);
        }
    }

    private OpenOrders openOrders(Map<UUID, Integer> counts) {
        return new OpenOrders(counts, settings.openOrders());
    }

    private static Map<UUID, Origin> originsOf(Collection<ReservationRequest> requests) {
        var origins = new HashMap<UUID, Origin>();
        requests.forEach(it -> {
            if (it.fact() instanceof Reserve reserve) {
                origins.put(it.order(), new Origin(reserve.owner(), it.traceparent()));
            }
        });
        return origins;
    }

    /** False if there was too little of something. */
    private boolean keep(ReservationBatch batch) {
        reservations.keep(batch.changed());
        FaultPoint.pass("reservations-kept-before-stock");
        return stocks.change(batch.stockChanges()).isEmpty();
    }

    private LockedStock lockStock(Collection<ReservationRequest> requests, Map<UUID, Reservation> locked) {
        var skus = new TreeSet<String>();
        for (var it : requests) {
            it.lines().forEach(line -> skus.add(line.sku()));
            Objects.requireNonNull(locked.get(it.order())).lines().forEach(line -> skus.add(line.sku()));
        }
        return new LockedStock(stocks.lock(skus));
    }
}
