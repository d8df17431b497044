package com.ecom.inventory.reserving;

import com.ecom.core.outbox.Outbox;
import com.ecom.inventory.model.Decision.IfThereIsEnough;
import com.ecom.inventory.model.Decision.Settled;
import com.ecom.inventory.model.Movement;
import com.ecom.inventory.model.Reservation;
import com.ecom.inventory.model.ReservationFact;
import com.ecom.inventory.model.Reservations;
import com.ecom.inventory.model.Shortage;
import com.ecom.inventory.model.StockChange;
import com.ecom.inventory.model.Stocks;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Moves an order's reservation along, and its stock with it. */
@Component
class ChangeReservation {

    private final Reservations reservations;
    private final Stocks stocks;
    private final Outbox outbox;
    private final TransactionTemplate attempt;

    ChangeReservation(
            Reservations reservations, Stocks stocks, Outbox outbox, PlatformTransactionManager transactions) {
        this.reservations = reservations;
        this.stocks = stocks;
        this.outbox = outbox;
        this.attempt = new TransactionTemplate(transactions);
        this.attempt.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    @Transactional
    void handle(UUID orderId, ReservationFact fact) {
        var reservation = reservations.lock(orderId);
        switch (reservation.on(fact)) {
            case Settled it -> keep(reservation, it);
            case IfThereIsEnough it -> {
                var shortages = tryTo(reservation, it.taken());
                if (!shortages.isEmpty()) {
                    keep(reservation, it.otherwise().apply(shortages));
                }
            }
        }
    }

    /** Back to the savepoint if anything is short: all lines or none. */
    private List<Shortage> tryTo(Reservation before, Settled settled) {
        return Objects.requireNonNull(attempt.execute(savepoint -> {
            var shortages = keep(before, settled);
            if (!shortages.isEmpty()) {
                savepoint.setRollbackOnly();
            }
            return shortages;
        }));
    }

    private List<Shortage> keep(Reservation before, Settled settled) {
        var after = settled.next();
        if (!after.equals(before)) {
            reservations.keep(after);
        }
        settled.reply().ifPresent(outbox::publish);
        return settled.movement() == Movement.NONE
                ? List.of()
                : stocks.change(after.orderId(), changesOf(after, settled.movement()));
    }

    private static List<StockChange> changesOf(Reservation reservation, Movement movement) {
        return reservation.lines().stream()
                .map(it -> new StockChange(it.sku(), movement.of(it), movement.name()))
                .toList();
    }
}
