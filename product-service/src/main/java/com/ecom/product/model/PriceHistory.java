package com.ecom.product.model;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.ecom.core.money.Money;
import com.ecom.core.money.Sale;
import com.ecom.core.money.TimedPrice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What everybody could buy each SKU of a product at, since when and until when. It grows at its end only; what ended long
 * ago is forgotten. Sales are kept as they were announced, so that nothing has to happen for one to become history.
 */
public record PriceHistory(List<Offered> offers) {

    static final Duration KEPT = Duration.ofDays(400);
    /** Of one product; the oldest go first. */
    static final int MOST = 5_000;

    private static final Duration BEFORE_A_REDUCTION = Duration.ofDays(30);

    /** Of a product that was never sold. */
    public static final PriceHistory NONE = new PriceHistory(List.of());

    public PriceHistory {
        offers = List.copyOf(offers);
    }

    /** Of a product that has been sold like this ever since. */
    public static PriceHistory since(Instant begin, Content content) {
        return NONE.next(content, begin);
    }

    /** From now on it is sold like this, when shoppers see it. */
    PriceHistory next(Content content, Instant now) {
        return next(content.active() ? content.variants() : List.of(), content.published(), now);
    }

    /** From now on these are sold, at these prices, and nothing else. */
    PriceHistory next(List<Variant> sold, Instant now) {
        return next(sold, Window.ALWAYS, now);
    }

    private PriceHistory next(List<Variant> sold, Window published, Instant now) {
        var next = new ArrayList<Offered>();
        for (var offer : offers) {
            var goesOn = offer.until != null || sold.stream().anyMatch(it -> offer.isOf(it, published));
            var ended = goesOn ? offer : offer.until(now);
            if (ended.isKeptAt(now)) {
                next.add(ended);
            }
        }
        sold.stream()
                .filter(it -> next.stream().noneMatch(offer -> offer.until == null && offer.isOf(it, published)))
                .map(it -> new Offered(it.sku(), it.price(), it.sale(), published, now, null))
                .forEach(next::add);
        return new PriceHistory(next.subList(Math.max(0, next.size() - MOST), next.size()));
    }

    /** What a SKU has cost until now, the oldest first; what it costs now has no end. */
    public List<Period> until(Instant now, String sku) {
        return periodsOf(sku)
                .filter(it -> !it.from.isAfter(now))
                .map(it -> it.until != null && it.until.isAfter(now) ? it.open() : it)
                .toList();
    }

    /** All SKUs that were ever sold, as far as it is remembered. */
    public List<String> skus() {
        return offers.stream().map(Offered::sku).distinct().sorted().toList();
    }

    /**
     * The lowest price of the thirty days before the reduction that there is now began, or of the time since it was first
     * sold. A reduction that becomes a deeper one, or a smaller, goes on; it ends when the full price is asked or nothing is sold.
     *
     * @return nothing if the SKU is not reduced, or was not sold before
     */
    public Optional<Money> priorPrice(String sku, Instant now) {
        var periods = until(now, sku);
        if (periods.isEmpty() || !periods.getLast().isReducedNow()) {
            return Optional.empty();
        }
        var begun = periods.size() - 1;
        while (begun > 0 && periods.get(begun - 1).isReducedUntil(periods.get(begun).from)) {
            begun--;
        }
        var currency = periods.getLast().price.currency();
        var since = periods.get(begun).from.minus(BEFORE_A_REDUCTION);
        return periods.subList(0, begun).stream()
                .filter(it -> it.until != null && it.until.isAfter(since))
                .map(Period::price)
                .filter(it -> it.currency().equals(currency))
                .min(Comparator.comparingLong(Money::amount));
    }

    private Stream<Period> periodsOf(String sku) {
        return offers.stream().filter(it -> it.sku.equals(sku)).flatMap(Offered::periods);
    }

    /**
     * What one version of the product, or several in a row, said of a SKU.
     *
     * @param price the list price
     * @param published when shoppers could see it meanwhile; absent in what was kept before that was asked
     * @param until absent while it holds
     */
    public record Offered(
            String sku,
            Money price,
            @Nullable Sale sale,
            @Nullable Window published,
            Instant from,
            @Nullable Instant until) {

        private boolean isOf(Variant it, Window seen) {
            return sku.equals(it.sku())
                    && new TimedPrice(price, sale).equals(it.priced())
                    && requireNonNullElse(published, Window.ALWAYS).equals(seen);
        }

        /** What was replaced at once nobody could buy. */
        private boolean isKeptAt(Instant now) {
            return until == null || (from.isBefore(until) && until.isAfter(now.minus(KEPT)));
        }

        private Offered until(Instant end) {
            return new Offered(sku, price, sale, published, from, end);
        }

        /** Only while shoppers could see it. */
        private Stream<Period> periods() {
            return requireNonNullElse(published, Window.ALWAYS).within(from, until).stream()
                    .flatMap(it -> periods(requireNonNull(it.from()), it.until()));
        }

        private Stream<Period> periods(Instant from, @Nullable Instant until) {
            var edges = new TreeSet<Instant>();
            edges.add(from);
            Stream.ofNullable(sale)
                    .flatMap(it -> Stream.of(it.from(), it.until()))
                    .filter(it -> it.isAfter(from) && (until == null || it.isBefore(until)))
                    .forEach(edges::add);
            var price = new TimedPrice(this.price, sale);
            return edges.stream().map(it -> {
                var next = edges.higher(it);
                return new Period(price.at(it), price.isReducedAt(it), it, next == null ? until : next);
            });
        }
    }

    /** @param until absent of what has not ended */
    public record Period(
            Money price,
            boolean reduced,
            Instant from,
            @Nullable Instant until) {

        private Period open() {
            return new Period(price, reduced, from, null);
        }

        private boolean isReducedNow() {
            return reduced && until == null;
        }

        private boolean isReducedUntil(Instant end) {
            return reduced && end.equals(until);
        }
    }
}
