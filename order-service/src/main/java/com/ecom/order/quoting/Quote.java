package com.ecom.order.quoting;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static java.util.stream.Collectors.toMap;

import com.ecom.core.money.Money;
import com.ecom.order.baskets.Item;
import com.ecom.order.markets.BillView;
import com.ecom.order.model.OrderLine;
import com.ecom.order.model.rates.Place;
import com.ecom.order.model.totals.Bill;
import com.ecom.order.uses.Use;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What was promised to somebody.
 *
 * @param subject to whom
 * @param expiresAt from then on it is promised no more
 * @param ofCart whether it is about what was in their cart, and not about goods that they named
 * @param market whose rules it was made by; empty where none sells
 * @param version of these rules
 * @param place where to
 * @param uses of promotions that may be used only so often
 * @param names of the promotions that take something off, by id
 * @param leftOut SKUs that were in the cart and not for sale
 */
public record Quote(
        UUID id,
        UUID subject,
        Instant expiresAt,
        boolean ofCart,
        String market,
        int version,
        Place place,
        Bill bill,
        List<Use> uses,
        Map<String, String> names,
        Set<String> leftOut) {

    public Quote {
        names = requireNonNullElse(names, Map.of());
        leftOut = requireNonNullElse(leftOut, Set.of());
        uses = List.copyOf(uses);
    }

    /** As people see it. */
    public BillView billView() {
        return BillView.of(bill, names);
    }

    public Money total() {
        return new Money(bill.total(), bill.currency());
    }

    /**
     * These lines at the prices that were promised.
     *
     * @param lines of exactly what was quoted
     */
    public List<OrderLine> priced(List<OrderLine> lines) {
        var prices = bill.lines().stream().collect(toMap(Bill.Line::sku, Bill.Line::unitPrice));
        return lines.stream()
                .map(it -> new OrderLine(
                        it.sku(),
                        it.productId(),
                        it.name(),
                        it.quantity(),
                        new Money(requireNonNull(prices.get(it.sku())), bill.currency())))
                .toList();
    }

    /** Whether it is about exactly these; what it has left out does not count. */
    public boolean isAbout(List<Item> items) {
        return items.stream()
                .filter(it -> !leftOut.contains(it.sku()))
                .collect(groupingBy(Item::sku, summingInt(Item::quantity)))
                .equals(bill.lines().stream().collect(toMap(Bill.Line::sku, Bill.Line::quantity)));
    }
}
