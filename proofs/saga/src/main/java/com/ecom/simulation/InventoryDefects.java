package com.ecom.simulation;

import com.ecom.inventory.model.Decision;
import com.ecom.inventory.model.Decision.Settled;
import com.ecom.inventory.model.InventoryEvent;
import com.ecom.inventory.model.Movement;
import com.ecom.inventory.model.Reservation;
import com.ecom.inventory.model.ReservationFact;
import com.ecom.inventory.model.ReservationFact.Commit;
import com.ecom.inventory.model.ReservationFact.Expire;
import com.ecom.inventory.model.ReservationFact.Release;
import com.ecom.inventory.model.ReservationFact.Reserve;
import com.ecom.inventory.model.ReservationState;
import com.ecom.inventory.model.ReservationState.Committed;
import com.ecom.inventory.model.ReservationState.Expired;
import com.ecom.inventory.model.ReservationState.Held;
import com.ecom.inventory.model.ReservationState.None;
import com.ecom.inventory.model.ReservationState.Rejected;
import com.ecom.inventory.model.ReservationState.Released;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** One wrong row each in the table of a reservation's life. */
final class InventoryDefects {

    static final List<Defect> ALL = List.of(
            row(
                    "INVENTORY_FORGETS_WHAT_WAS_RELEASED_BEFORE_IT_CAME",
                    (it, fact) -> it.state() instanceof None && fact instanceof Release,
                    (it, _) -> settled(it, Movement.NONE, new InventoryEvent.StockReleased(it.orderId()))),
            row(
                    "INVENTORY_COMMITS_WHAT_IT_GAVE_BACK",
                    (it, fact) -> it.state() instanceof Expired && fact instanceof Commit,
                    (it, fact) -> in(it, new Held(Instant.MAX)).on(fact)),
            row(
                    "INVENTORY_LETS_SOLD_STOCK_EXPIRE",
                    (it, fact) -> it.state() instanceof Committed && fact instanceof Expire,
                    (it, fact) -> in(it, new Held(Instant.EPOCH)).on(fact)),
            row(
                    "INVENTORY_RELEASES_TWICE",
                    (it, fact) -> it.state() instanceof Released && fact instanceof Release,
                    (it, fact) -> in(it, new Held(Instant.MAX)).on(fact)),
            row(
                    "INVENTORY_RESERVES_TWICE",
                    (it, fact) -> it.state() instanceof Held && fact instanceof Reserve,
                    (it, fact) -> in(it, new None()).on(fact)),
            row(
                    "INVENTORY_KEEPS_SOLD_STOCK_THAT_COMES_BACK",
                    (it, fact) -> it.state() instanceof Committed && fact instanceof Release,
                    (it, fact) -> in(it, new Expired()).on(fact)),
            row(
                    "INVENTORY_GIVES_EXPIRED_STOCK_BACK_AGAIN",
                    (it, fact) -> it.state() instanceof Expired && fact instanceof Release,
                    (it, fact) -> in(it, new Held(Instant.MAX)).on(fact)),
            row(
                    "INVENTORY_PROMISES_WHAT_IT_REJECTED",
                    (it, fact) -> it.state() instanceof None && fact instanceof Reserve,
                    (it, fact) -> {
                        var decision = (Decision.IfThereIsEnough) it.on(fact);
                        return new Decision.IfThereIsEnough(
                                decision.taken(),
                                shortages -> settled(
                                        in(it, new Rejected(InventoryEvent.Reason.OUT_OF_STOCK, shortages)),
                                        Movement.NONE,
                                        new InventoryEvent.StockReserved(it.orderId(), Instant.MAX)));
                    }),
            row(
                    "INVENTORY_RESERVES_FOR_WHOEVER_GAVE_UP",
                    (it, fact) -> it.state() instanceof Released && fact instanceof Reserve,
                    (it, fact) -> in(it, new None()).on(fact)),
            row(
                    "INVENTORY_ANSWERS_A_RELEASE_ONLY_ONCE",
                    (it, fact) -> it.state() instanceof Released && fact instanceof Release,
                    (it, _) -> new Settled(it, Movement.NONE, Optional.empty())),
            row(
                    "INVENTORY_ANSWERS_A_COMMIT_ONLY_ONCE",
                    (it, fact) -> it.state() instanceof Committed && fact instanceof Commit,
                    (it, _) -> new Settled(it, Movement.NONE, Optional.empty())));

    private InventoryDefects() {}

    private static Defect row(String name, BiPredicate<Reservation, ReservationFact> isWrongFor, Wrong wrong) {
        return new Defect(name, new InventoryRow(isWrongFor, wrong));
    }

    private static Reservation in(Reservation it, ReservationState state) {
        return new Reservation(it.orderId(), it.lines(), state);
    }

    private static Settled settled(Reservation next, Movement movement, InventoryEvent reply) {
        return new Settled(next, movement, Optional.of(reply));
    }

    @FunctionalInterface
    private interface Wrong {
        Decision step(Reservation it, ReservationFact fact);
    }

    private static class InventoryRow extends Rules {

        private final BiPredicate<Reservation, ReservationFact> isWrongFor;
        private final Wrong wrong;

        InventoryRow(BiPredicate<Reservation, ReservationFact> isWrongFor, Wrong wrong) {
            this.isWrongFor = isWrongFor;
            this.wrong = wrong;
        }

        @Override
        Decision reservation(Reservation it, ReservationFact fact) {
            return isWrongFor.test(it, fact) ? wrong.step(it, fact) : super.reservation(it, fact);
        }
    }
}
