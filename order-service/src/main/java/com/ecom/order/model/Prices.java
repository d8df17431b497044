package com.ecom.order.model;

import com.ecom.core.money.Money;
import com.ecom.order.model.totals.ItemPrice;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What things are and cost right now, by our own copy of the catalogue and never by the customer's word. */
public interface Prices {

    /** The offers for these SKUs; what is not for sale is not among them. */
    Map<String, Offer> of(Collection<String> skus);

    /**
     * What something costs at an instant, by the clock of the database, which is the same for all instances.
     *
     * @param prices the list price, and what it costs instead for a while
     * @param until when it is published no more; absent if nobody has set a time
     * @param category of the catalogue; absent where it has none, or our copy is older than that
     */
    record Offer(
            String sku,
            String productId,
            String name,
            ItemPrice prices,
            Currency currency,
            Instant at,
            @Nullable Instant until,
            @Nullable String category) {

        public Money price() {
            return new Money(prices.at(at, 1), currency);
        }

        public boolean isReduced() {
            return prices.isReducedAt(at);
        }

        /** What it costs when no sale lasts, in minor units. */
        public long listPrice() {
            return prices.list();
        }

        /** Until when it is sold at that, as far as it is known. */
        public Optional<Instant> changesAt() {
            return Stream.concat(prices.nextEdgeAfter(at).stream(), Stream.ofNullable(until))
                    .min(Comparator.naturalOrder());
        }

        /** The same at another time, by what is announced for it now. */
        public Offer at(Instant time) {
            return new Offer(sku, productId, name, prices, currency, time, until, category);
        }

        public OrderLine times(int quantity) {
            return new OrderLine(sku, productId, name, quantity, price());
        }
    }
}
