package com.ecom.inventory.auditing;

import static java.util.stream.Collectors.toMap;

import com.ecom.core.jdbc.Turns;
import com.ecom.core.web.Page;
import com.ecom.inventory.model.Stocks;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts the SKUs whose books do not agree, and puts them right when an operator says so. One instance looks for all: every
 * five minutes at what moved, and every night at everything.
 */
@Component
class CompareBooks {

    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(5);
    private static final Duration BETWEEN_NIGHTS = Duration.ofHours(12);

    private final StockBooks books;
    private final Stocks stocks;
    private final Looks looks;
    private final Turns turns;

    private volatile long violations;

    CompareBooks(StockBooks books, Stocks stocks, Looks looks, Turns turns, MeterRegistry meters) {
        this.books = books;
        this.stocks = stocks;
        this.looks = looks;
        this.turns = turns;
        Gauge.builder("ecom.inventory.invariant.violations", () -> violations)
                .description("SKUs whose stock, movements and reservations do not agree")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT1M")
    void compareWhatMoved() {
        if (turns.take("books-moved", BETWEEN_LOOKS)) {
            looks.lookAtWhatMoved();
        }
        violations = looks.wrong();
    }

    @Scheduled(cron = "${ecom.inventory.compare-books-at:0 0 3 * * *}")
    void compareNightly() {
        if (turns.take("books-all", BETWEEN_NIGHTS)) {
            compare();
        }
    }

    void compare() {
        looks.lookAtAll();
        violations = looks.wrong();
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
