package com.ecom.product.pricing;

import com.ecom.product.model.Edges;
import com.ecom.product.model.Edges.Edge;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import lombok.RequiredArgsConstructor;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells others, such as who watches a price, when a sale has begun or ended, or shoppers see a product or see it no more. Nobody
 * who sells waits for it: whoever has a product decides by the time what holds of it.
 */
@Component
@RequiredArgsConstructor
class AnnounceEdges {

    private static final int AT_ONCE = 500;

    private final Edges edges;
    private final Clock clock;

    @Scheduled(fixedDelayString = "${ecom.prices.announce-every:PT2S}")
    void announce() {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        edges.until(now, AT_ONCE).forEach(it -> announce(it, now));
    }

    /** What began and ended while nobody looked has changed nothing. */
    private void announce(Edge edge, Instant now) {
        edges.announce(edge, edge.product().changesBetween(edge.at().minusMillis(1), now), now);
    }
}
