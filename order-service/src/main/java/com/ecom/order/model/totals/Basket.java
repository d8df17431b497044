package com.ecom.order.model.totals;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that decides what an order costs. Lines are numbered by SKU and promotions by id, each of them once, so that
 * the order in which somebody clicked, or entered codes, changes nothing.
 *
 * @param promotions those that count by themselves, and those whose codes were entered
 * @param shipping absent where that is not known yet, or nothing is shipped
 */
public record Basket(
        Market market,
        List<BasketLine> lines,
        List<Promotion> promotions,
        @Nullable Shipping shipping,
        TaxRates rates,
        Shopper shopper,
        Instant at) {

    public Basket {
        lines = List.copyOf(lines.stream()
                .collect(toMap(BasketLine::sku, it -> it, BasketLine::plus, TreeMap::new))
                .values());
        promotions = List.copyOf(promotions.stream()
                .collect(toMap(Promotion::id, it -> it, (one, _) -> one, TreeMap::new))
                .values());
        lines.forEach(it -> market.require(it.unitPrice()));
        promotions.forEach(it -> market.require(it.effect().fixed()));
        if (shipping != null) {
            shipping.tariff().prices().forEach(market::require);
        }
    }

    /** What the lines cost before any promotion. */
    long[] subtotals() {
        return lines.stream().mapToLong(BasketLine::subtotal).toArray();
    }

    /** Of the lines that a filter lets through; all without one. */
    long sumOf(Filter filter, long[] amounts) {
        return indexesOf(filter).mapToLong(i -> amounts[i]).reduce(0, Math::addExact);
    }

    int unitsOf(Filter filter) {
        return indexesOf(filter).map(i -> lines.get(i).quantity()).reduce(0, Math::addExact);
    }

    IntStream indexesOf(Filter filter) {
        return IntStream.range(0, lines.size()).filter(i -> filter.includes(lines.get(i)));
    }

    int unitsShipped() {
        return lines.stream()
                .filter(it -> !it.digital())
                .mapToInt(BasketLine::quantity)
                .reduce(0, Math::addExact);
    }

    /** Of all that is shipped; nothing is known of it where the weight of anything is not. */
    OptionalLong weightGrams() {
        var sum = 0L;
        for (var line : lines) {
            var each = line.weightGrams();
            if (!line.digital() && each == null) {
                return OptionalLong.empty();
            }
            sum = line.digital() || each == null ? sum : Math.addExact(sum, (long) each * line.quantity());
        }
        return OptionalLong.of(sum);
    }

    boolean isShipped() {
        return lines.stream().anyMatch(it -> !it.digital());
    }
}
