package com.ecom.inventory.model;

import com.ecom.core.outbox.Event;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What inventory-service replies to an order. */
public sealed interface InventoryEvent extends Event {

    record StockReserved(UUID orderId, Instant expiresAt) implements InventoryEvent {}

    record ReservationFailed(UUID orderId, Reason reason, List<Shortage> shortages) implements InventoryEvent {}

    record StockCommitted(UUID orderId) implements InventoryEvent {}

    record CommitFailed(UUID orderId) implements InventoryEvent {}

    record StockReleased(UUID orderId) implements InventoryEvent {}

    record HoldExpired(UUID orderId) implements InventoryEvent {}

    enum Reason {
        OUT_OF_STOCK,
        /** Its owner has stock held for so many other orders that this one has to wait for them. */
        TOO_MANY_OPEN_ORDERS,
        RELEASED_BEFORE
    }

    UUID orderId();

    @Override
    default String type() {
        return switch (this) {
            case StockReserved _ -> "inventory.reserved.v1";
            case ReservationFailed _ -> "inventory.reservation.failed.v1";
            case StockCommitted _ -> "inventory.committed.v1";
            case CommitFailed _ -> "inventory.commit.failed.v1";
            case StockReleased _ -> "inventory.released.v1";
            case HoldExpired _ -> "inventory.expired.v1";
        };
    }

    @Override
    default String topic() {
        return "inventory.events";
    }

    @Override
    default String key() {
        return orderId().toString();
    }
}
