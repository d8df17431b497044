package com.ecom.order.model.rates;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.maxBy;

import com.ecom.order.model.totals.TaxRate;
import com.ecom.order.model.totals.TaxRates;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All rates of tax, everywhere and at any time. A category without a row is a mistake, never a rate of nothing. */
public record TaxTable(List<Row> rows) {

    private static final Comparator<Row> NARROWEST_THEN_LATEST =
            Comparator.comparingInt((Row it) -> it.area().narrowness()).thenComparing(Row::from);

    public TaxTable {
        rows = List.copyOf(rows);
    }

    /** Of each category the rate of the narrowest area that is valid then. */
    public TaxRates ratesAt(Place place, Instant time) {
        var byCategory = rows.stream()
                .filter(it -> it.area().contains(place) && it.isValidAt(time))
                .collect(groupingBy(
                        Row::category,
                        collectingAndThen(
                                maxBy(NARROWEST_THEN_LATEST),
                                it -> it.orElseThrow().rate())));
        return new TaxRates(byCategory, null);
    }

    /**
     * @param from the first instant at which it is valid
     * @param until the first at which it is valid no more, if that is known
     */
    public record Row(
            String category,
            Area area,
            TaxRate rate,
            Instant from,
            @Nullable Instant until) {
        boolean isValidAt(Instant time) {
            return !time.isBefore(from) && (until == null || time.isBefore(until));
        }
    }
}
