package com.ecom.order.placing;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static java.util.stream.Collectors.toSet;

import com.ecom.order.model.OrderLine;
import com.ecom.order.model.OrderRefusal;
import com.ecom.order.model.Prices;
import com.ecom.order.model.Prices.Offer;
import com.ecom.order.placing.PlaceOrderController.Item;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Turns what somebody wants into order lines at today's prices, one line for each SKU. */
@Component
class Pricing {

    private final Prices prices;

    Pricing(Prices prices) {
        this.prices = prices;
    }

    /** What all of these items cost right now. */
    Map<String, Offer> offersFor(Stream<Item> items) {
        var skus = items.map(Item::sku).collect(toSet());
        return skus.isEmpty() ? Map.of() : prices.of(skus);
    }

    static List<OrderLine> price(List<Item> items, Map<String, Offer> current) {
        var wanted = items.stream().collect(groupingBy(Item::sku, TreeMap::new, summingInt(Item::quantity)));
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
}
