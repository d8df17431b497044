package com.ecom.order.placing;

import com.ecom.order.baskets.Item;
import com.ecom.order.quoting.Quote;
import com.ecom.order.uses.Use;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody orders.
 *
 * @param quote what they were promised that it costs; absent where it costs what its units do now
 */
record Wanted(List<Item> items, @Nullable Quote quote) {

    List<Use> uses() {
        return quote == null ? List.of() : quote.uses();
    }

    static Wanted of(List<Item> items) {
        return new Wanted(items, null);
    }

    static Wanted by(Quote quote) {
        var items = quote.bill().lines().stream()
                .map(it -> new Item(it.sku(), it.quantity()))
                .toList();
        return new Wanted(items, quote);
    }
}
