package com.ecom.inventory;

import com.ecom.core.outbox.Event;
import com.ecom.inventory.model.InventoryEvent.CommitFailed;
import com.ecom.inventory.model.InventoryEvent.HoldExpired;
import com.ecom.inventory.model.InventoryEvent.Reason;
import com.ecom.inventory.model.InventoryEvent.ReservationFailed;
import com.ecom.inventory.model.InventoryEvent.StockCommitted;
import com.ecom.inventory.model.InventoryEvent.StockReleased;
import com.ecom.inventory.model.InventoryEvent.StockReserved;
import com.ecom.inventory.model.Shortage;
import com.ecom.inventory.model.StockEvent;
import com.ecom.inventory.model.StockLevel;
import com.ecom.test.EventContract;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

class EventContractIT extends EventContract {

    private static final UUID ORDER = UUID.randomUUID();

    EventContractIT() {
        super("inventory-service");
    }

    @Override
    protected List<Event> produced() {
        return List.of(
                new StockReserved(ORDER, Instant.parse("2026-01-15T10:40:30.123Z")),
                new ReservationFailed(ORDER, Reason.OUT_OF_STOCK, List.of(new Shortage("MUG-01", 2, 1))),
                new ReservationFailed(ORDER, Reason.TOO_MANY_OPEN_ORDERS, List.of()),
                new ReservationFailed(ORDER, Reason.RELEASED_BEFORE, List.of()),
                new StockCommitted(ORDER),
                new CommitFailed(ORDER),
                new StockReleased(ORDER),
                new HoldExpired(ORDER),
                new StockEvent.Changed("MUG-01", StockLevel.LOW, 3, 17),
                new StockEvent.Changed("MUG-01", StockLevel.IN_STOCK, 30, 18),
                new StockEvent.Changed("MUG-01", StockLevel.OUT_OF_STOCK, 0, 19),
                new StockEvent.RunningLow("MUG-01", 5, 18),
                new StockEvent.BackInStock("MUG-01", 12, 20));
    }
}
