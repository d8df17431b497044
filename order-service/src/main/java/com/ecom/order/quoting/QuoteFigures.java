package com.ecom.order.quoting;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** How many quotes were given, and why they or their order were refused. */
@Component
public class QuoteFigures {

    private final Counter made;
    private final Map<String, Counter> refused;

    QuoteFigures(MeterRegistry meters) {
        this.made = Counter.builder("ecom.quotes.made")
                .description("Quotes that were made; few lead to an order")
                .register(meters);
        this.refused = Stream.of(
                        "CODE_NOT_USABLE",
                        "TOO_MANY_CODES",
                        "QUOTE_REQUIRED",
                        "QUOTE_INVALID",
                        "QUOTE_EXPIRED",
                        "QUOTE_OUTDATED",
                        "QUOTE_USED",
                        "PROMOTION_USED_UP")
                .collect(toUnmodifiableMap(
                        it -> it,
                        it -> Counter.builder("ecom.quotes.refused")
                                .description("Quotes, and orders by quotes, that were refused, and why")
                                .tag("code", it)
                                .register(meters)));
    }

    void made() {
        made.increment();
    }

    /** @param code of the problem that is answered */
    public void refused(String code) {
        Objects.requireNonNull(refused.get(code)).increment();
    }
}
