package com.ecom.order.baskets;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static java.util.stream.Collectors.toSet;

import com.ecom.core.money.Money;
import com.ecom.order.model.OrderLine;
import com.ecom.order.model.OrderRefusal;
import com.ecom.order.model.Prices;
import com.ecom.order.model.Prices.Offer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what somebody wants into order lines at today's prices, one line for each SKU. */
@Component
@RequiredArgsConstructor
public class Pricing {

    private final Prices prices;
    private final OrderLimits limits;

    /** What all of these items cost right now. */
    public Map<String, Offer> offersFor(Stream<Item> items) {
        var skus = items.map(Item::sku).collect(toSet());
        return skus.isEmpty() ? Map.of() : prices.of(skus);
    }

    /** Items of the same SKU are one line, and count together. */
    public List<OrderLine> price(List<Item> items, Map<String, Offer> current) {
        var wanted = items.stream().collect(groupingBy(Item::sku, TreeMap::new, summingInt(Item::quantity)));
        var tooMany = wanted.keySet().stream()
                .filter(it -> requireNonNull(wanted.get(it)) > limits.perSku())
                .toList();
        if (!tooMany.isEmpty()) {
            throw new OrderRefusal.TooManyOfOne(tooMany, limits.perSku());
        }
        var offers = new HashMap<>(current);
        offers.keySet().retainAll(wanted.keySet());
        var missing =
                wanted.keySet().stream().filter(it -> !offers.containsKey(it)).toList();
        if (!missing.isEmpty()) {
            throw new OrderRefusal.NotForSale(missing);
        }
        if (offers.values().stream().map(it -> it.price().currency()).distinct().count() > 1) {
            throw new OrderRefusal.MixedCurrencies();
        }
        return wanted.entrySet().stream()
                .map(it -> requireNonNull(offers.get(it.getKey())).times(it.getValue()))
                .toList();
    }

    /**
     * @param expected what the customer was shown, if they say so
     * @throws OrderRefusal if an order of these lines is not to be had like that
     */
    public void accept(List<OrderLine> lines, @Nullable Money expected, boolean hasPaymentMethod) {
        accept(totalOf(lines), expected, hasPaymentMethod);
    }

    /**
     * @param expected what the customer was shown, if they say so
     * @throws OrderRefusal if nobody can pay that, or somebody expects something else
     */
    public void accept(Money total, @Nullable Money expected, boolean hasPaymentMethod) {
        if (expected != null && !expected.equals(total)) {
            throw new OrderRefusal.TotalChanged(total);
        }
        limits.accept(total, hasPaymentMethod);
    }

    private static Money totalOf(List<OrderLine> lines) {
        try {
            return lines.stream().map(OrderLine::subtotal).reduce(Money::plus).orElseThrow();
        } catch (ArithmeticException e) {
            throw new OrderRefusal.TotalTooLarge();
        }
    }
}
