package com.ecom.inventory.model;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** How many of one SKU an order wants. */
public record Line(String sku, int quantity) {

    public Line {
        if (quantity < 1) {
            throw new IllegalArgumentException("A line wants at least one unit");
        }
    }

    /** One line per SKU, in the order in which stock is locked. */
    public static List<Line> summed(Collection<Line> lines) {
        var quantities = new TreeMap<String, Integer>();
        lines.forEach(it -> quantities.merge(it.sku(), it.quantity(), Math::addExact));
        return quantities.entrySet().stream()
                .map(it -> new Line(it.getKey(), it.getValue()))
                .toList();
    }
}
