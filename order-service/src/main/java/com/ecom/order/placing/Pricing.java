package com.ecom.order.placing;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import com.ecom.order.model.OrderLine;
import com.ecom.order.model.OrderRefusal;
import com.ecom.order.model.Prices;
import com.ecom.order.placing.PlaceOrderController.Item;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Turns what somebody wants into order lines at today's prices, one line for each SKU. */
@Component
class Pricing {

    private final Prices prices;

    Pricing(Prices prices) {
        this.prices = prices;
    }

    List<OrderLine> price(List<Item> items) {
        var wanted = items.stream().collect(groupingBy(Item::sku, TreeMap::new, summingInt(Item::quantity)));
        var offers = prices.of(wanted.keySet());
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
