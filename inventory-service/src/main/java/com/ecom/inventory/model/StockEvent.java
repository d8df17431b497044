package com.ecom.inventory.model;

import com.ecom.core.outbox.Event;
import java.util.ArrayList;
import java.util.List;

/** Stock events of a SKU: levels and movements, never every single unit. */
public sealed interface StockEvent extends Event {

    /** It has reached another level. */
    record Changed(String sku, StockLevel level, long available, long version) implements StockEvent {}

    /** It was plentiful and is not any more: time to order some. */
    record RunningLow(String sku, long available, long version) implements StockEvent {}

    /** There was none, and now there is. */
    record BackInStock(String sku, long available, long version) implements StockEvent {}

    String sku();

    /** Grows with every change of the SKU's stock. */
    long version();

    /** The event to publish when a SKU moves from one level to another; nothing if it does not. */
    static List<StockEvent> since(StockLevel before, Stock now) {
        var events = new ArrayList<StockEvent>();
        if (before != now.level()) {
            events.add(new Changed(now.sku(), now.level(), now.available(), now.version()));
            if (before == StockLevel.OUT_OF_STOCK) {
                events.add(new BackInStock(now.sku(), now.available(), now.version()));
            }
            if (before == StockLevel.IN_STOCK) {
                events.add(new RunningLow(now.sku(), now.available(), now.version()));
            }
        }
        return events;
    }

    @Override
    default String type() {
        return switch (this) {
            case Changed _ -> "stock.changed.v1";
            case RunningLow _ -> "stock.low.v1";
            case BackInStock _ -> "stock.back.v1";
        };
    }

    @Override
    default String topic() {
        return "stock.events";
    }

    @Override
    default String key() {
        return sku();
    }
}
