package com.ecom.inventory.model;

import com.ecom.inventory.model.Decision.IfThereIsEnough;
import com.ecom.inventory.model.Decision.Settled;
import com.ecom.inventory.model.InventoryEvent.CommitFailed;
import com.ecom.inventory.model.InventoryEvent.HoldExpired;
import com.ecom.inventory.model.InventoryEvent.Reason;
import com.ecom.inventory.model.InventoryEvent.ReservationFailed;
import com.ecom.inventory.model.InventoryEvent.StockCommitted;
import com.ecom.inventory.model.InventoryEvent.StockReleased;
import com.ecom.inventory.model.InventoryEvent.StockReserved;
import com.ecom.inventory.model.ReservationFact.Commit;
import com.ecom.inventory.model.ReservationFact.Expire;
import com.ecom.inventory.model.ReservationFact.Release;
import com.ecom.inventory.model.ReservationFact.Reserve;
import com.ecom.inventory.model.ReservationState.Committed;
import com.ecom.inventory.model.ReservationState.Expired;
import com.ecom.inventory.model.ReservationState.Held;
import com.ecom.inventory.model.ReservationState.None;
import com.ecom.inventory.model.ReservationState.Rejected;
import com.ecom.inventory.model.ReservationState.Released;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What one order is promised: held for a while, then sold, given back, or on sale again when the time is up. Commands
 * may come twice, late or before the order itself; a repeated one gets the same reply again and moves nothing.
 */
public record Reservation(UUID orderId, List<Line> lines, ReservationState state) {

    public Reservation {
        lines = List.copyOf(lines);
    }

    public static Reservation none(UUID orderId) {
        return new Reservation(orderId, List.of(), new None());
    }

    /** The whole life of a reservation: every state with everything that is asked of it, and no default. */
    public Decision on(ReservationFact fact) {
        return switch (new Step(state, fact)) {
            case Step(None _, Reserve it) -> hold(it);
            case Step(None _, Commit _) -> stay(new CommitFailed(orderId));
            // An order that is given up before it arrived here is refused when it arrives.
            case Step(None _, Release _) -> to(new Released(), Movement.NONE, new StockReleased(orderId));

            case Step(Held(var until), Reserve _) -> stay(new StockReserved(orderId, until));
            case Step(Held _, Commit _) -> to(new Committed(), Movement.NONE, new StockCommitted(orderId));
            case Step(Held _, Release _) -> to(new Released(), Movement.RELEASED, new StockReleased(orderId));
            case Step(Held(var until), Expire(var now))
            when until.isBefore(now) -> to(new Expired(), Movement.EXPIRED, new HoldExpired(orderId));

            case Step(Committed _, Reserve _), Step(Committed _, Commit _) -> stay(new StockCommitted(orderId));
            case Step(Committed _, Release _) -> to(new Released(), Movement.RELEASED, new StockReleased(orderId));

            case Step(Expired _, Reserve _) -> stay(new HoldExpired(orderId));
            case Step(Expired _, Commit _) -> takeBack();
            case Step(Expired _, Release _) -> to(new Released(), Movement.NONE, new StockReleased(orderId));

            case Step(Released _, Reserve _) -> stay(failed(Reason.RELEASED_BEFORE, List.of()));
            case Step(Rejected(var reason, var shortages), Reserve _) -> stay(failed(reason, shortages));
            case Step(Released _, Commit _), Step(Rejected _, Commit _) -> stay(new CommitFailed(orderId));
            case Step(Released _, Release _), Step(Rejected _, Release _) -> stay(new StockReleased(orderId));

            // Only what is held runs out, and not before its time.
            case Step(Held _, Expire _), Step(None _, Expire _), Step(Committed _, Expire _) -> nothing();
            case Step(Expired _, Expire _), Step(Released _, Expire _), Step(Rejected _, Expire _) -> nothing();
        };
    }

    private Settled nothing() {
        return new Settled(this, Movement.NONE, Optional.empty());
    }

    private Decision hold(Reserve reserve) {
        var held = new Reservation(orderId, reserve.lines(), new Held(reserve.until()));
        return new IfThereIsEnough(
                new Settled(held, Movement.RESERVED, Optional.of(new StockReserved(orderId, reserve.until()))),
                shortages -> rejected(Reason.OUT_OF_STOCK, shortages));
    }

    /** What becomes of a new order whose owner has stock held for too many others already. */
    public Settled refuseForItsOwner() {
        return rejected(Reason.TOO_MANY_OPEN_ORDERS, List.of());
    }

    private Settled rejected(Reason reason, List<Shortage> shortages) {
        return to(new Rejected(reason, shortages), Movement.NONE, failed(reason, shortages));
    }

    private Decision takeBack() {
        return new IfThereIsEnough(
                to(new Committed(), Movement.REACQUIRED, new StockCommitted(orderId)),
                _ -> stay(new CommitFailed(orderId)));
    }

    private ReservationFailed failed(Reason reason, List<Shortage> shortages) {
        return new ReservationFailed(orderId, reason, shortages);
    }

    private Settled stay(InventoryEvent reply) {
        return to(state, Movement.NONE, reply);
    }

    private Settled to(ReservationState next, Movement movement, InventoryEvent reply) {
        return new Settled(new Reservation(orderId, lines, next), movement, Optional.of(reply));
    }

    private record Step(ReservationState state, ReservationFact fact) {}
}
