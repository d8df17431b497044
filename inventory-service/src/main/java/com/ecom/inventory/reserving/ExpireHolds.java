package com.ecom.inventory.reserving;

import com.ecom.core.envelope.TraceLink;
import com.ecom.core.fault.FaultPoint;
import com.ecom.inventory.model.ReservationFact.Expire;
import com.ecom.inventory.model.Reservations;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts back on sale what was held in vain, each order in a short transaction of its own. */
@Component
class ExpireHolds {

    private static final int AT_ONCE = 100;

    private final Reservations reservations;
    private final ChangeReservation change;
    private final TraceLink trace;
    private final TransactionTemplate transaction;

    ExpireHolds(
            Reservations reservations,
            ChangeReservation change,
            TraceLink trace,
            PlatformTransactionManager transactions) {
        this.reservations = reservations;
        this.change = change;
        this.trace = trace;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelayString = "PT10S")
    void sweep() {
        for (int i = 0; i < AT_ONCE && expireOne(); i++) {}
    }

    private boolean expireOne() {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            var overdue = reservations.claimOverdue();
            overdue.ifPresent(it -> {
                FaultPoint.pass("overdue-hold-claimed-before-expiry");
                trace.continuing(
                        it.trace(), "expire hold", () -> change.handle(it.order(), new Expire(reservations.now())));
            });
            return overdue.isPresent();
        }));
    }
}
