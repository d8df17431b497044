package com.ecom.inventory.model;

import com.ecom.core.outbox.Event;

/** A SKU has reached another level. */
public record StockChanged(String sku, StockLevel level, long available, long version) implements Event {

    @Override
    public String type() {
        return "stock.changed.v1";
    }

    @Override
    public String topic() {
        return "stock.events";
    }

    @Override
    public String key() {
        return sku;
    }
}
