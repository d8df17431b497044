package com.ecom.order.markets;

import com.ecom.order.markets.MarketRefusal.ShippingNotPossible;
import com.ecom.order.model.totals.Bill;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a basket costs if it is shipped in one of the ways that there are.
 *
 * @param method empty where nothing is shipped, or shipping is not set up
 */
public record PricedMethod(String method, Bill bill) {

    public static final Comparator<PricedMethod> CHEAPEST =
            Comparator.comparingLong((PricedMethod it) -> it.bill().total()).thenComparing(PricedMethod::method);

    /**
     * The way that is asked for; the cheapest if none is.
     *
     * @throws MarketRefusal.ShippingNotPossible if there is none like that
     */
    public static PricedMethod chosenFrom(List<PricedMethod> all, @Nullable String method) {
        return all.stream()
                .filter(it -> method == null || it.method().equals(method))
                .min(CHEAPEST)
                .orElseThrow(ShippingNotPossible::new);
    }
}
