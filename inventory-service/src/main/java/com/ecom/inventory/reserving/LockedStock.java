package com.ecom.inventory.reserving;

import com.ecom.inventory.model.Line;
import com.ecom.inventory.model.Shortage;
import com.ecom.inventory.model.Stock;
import com.ecom.inventory.model.StockChange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How much there is of some SKUs, while nobody else can change it. */
final class LockedStock {

    private final Map<String, Long> available = new HashMap<>();

    LockedStock(List<Stock> locked) {
        locked.forEach(it -> available.merge(it.sku(), it.available(), Long::sum));
    }

    List<Shortage> shortagesOf(List<Line> lines) {
        return lines.stream()
                .filter(it -> available.getOrDefault(it.sku(), 0L) < it.quantity())
                .map(it -> new Shortage(it.sku(), it.quantity(), available.getOrDefault(it.sku(), 0L)))
                .toList();
    }

    void apply(List<StockChange> changes) {
        changes.forEach(it -> available.merge(it.sku(), (long) it.delta(), Long::sum));
    }

    @Override
    public String toString() {
        return available.toString();
    }
}
