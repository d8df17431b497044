package com.ecom.product.pricing;

import com.ecom.product.model.PriceEdges;
import com.ecom.product.model.PriceEdges.PriceEdge;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import lombok.RequiredArgsConstructor;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells others, such as who watches a price, when a sale has begun or ended. Nothing about money waits for it: whoever has a
 * price decides by the time which one holds.
 */
@Component
@RequiredArgsConstructor
class AnnouncePrices {

    private static final int AT_ONCE = 500;

    private final PriceEdges edges;
    private final Clock clock;

    @Scheduled(fixedDelayString = "${ecom.prices.announce-every:PT2S}")
    void announce() {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        edges.until(now, AT_ONCE).forEach(it -> announce(it, now));
    }

    /** What began and ended while nobody looked has changed nothing. */
    private void announce(PriceEdge edge, Instant now) {
        edges.announce(edge, edge.product().priceChangesBetween(edge.at().minusMillis(1), now), now);
    }
}
