package com.ecom.inventory.adjusting;

import com.ecom.inventory.model.Stock;
import java.util.List;
import java.util.UUID;

/** How many there are now. */
record Adjusted(UUID adjustmentId, List<OnTheShelf> stock) {

    static Adjusted of(UUID id, List<Stock> stock) {
        return new Adjusted(
                id,
                stock.stream()
                        .map(it -> new OnTheShelf(it.sku(), it.available()))
                        .toList());
    }

    record OnTheShelf(String sku, long available) {}
}
