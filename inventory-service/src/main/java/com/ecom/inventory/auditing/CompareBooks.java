package com.ecom.inventory.auditing;

import static java.util.stream.Collectors.toMap;

import com.ecom.core.service.Page;
import com.ecom.inventory.model.Stocks;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts the SKUs whose books do not agree, and puts them right when an operator says so. */
@Component
class CompareBooks {

    private final StockBooks books;
    private final Stocks stocks;

    private volatile long violations;

    CompareBooks(StockBooks books, Stocks stocks, MeterRegistry meters) {
        this.books = books;
        this.stocks = stocks;
        Gauge.builder("ecom.inventory.invariant.violations", () -> violations)
                .description("SKUs whose stock, movements and reservations do not agree")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT1M")
    void compare() {
        violations = books.count();
    }

    /**
     * Puts right up to a hundred SKUs, each looked at again while nobody can move it.
     *
     * @return how many; one that would be below nothing is left for a person to count
     */
    @Transactional
    public int putRight() {
        var wrong = books.differences("", Page.MAX_SIZE).stream()
                .map(Difference::sku)
                .toList();
        if (wrong.isEmpty()) {
            return 0;
        }
        stocks.lock(wrong);
        List<Difference> still = wrong.stream()
                .flatMap(it -> books.differenceOf(it).stream())
                .filter(it -> it.right() >= 0)
                .toList();
        still.forEach(books::correct);
        if (!still.isEmpty()) {
            stocks.announce(still.stream().collect(toMap(Difference::sku, it -> it.right() - it.available())));
        }
        return still.size();
    }
}
