package com.ecom.product.cataloguing;

import com.ecom.core.money.Sale;
import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A price that is lower for a while, as people and imports describe it.
 *
 * @param amount in minor units of the list price's currency
 */
record SaleBody(
        @NotNull @Min(0) @Max(9_007_199_254_740_991L) Long amount,
        @NotNull Instant from,
        @NotNull Instant until) {

    /** As long as what came before it is remembered, with a month to spare. */
    private static final Duration LONGEST = Duration.ofDays(366);

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("3000-01-01T00:00:00Z");

    @JsonIgnore
    @AssertTrue(message = "must end after it begins, a year later at most")
    boolean isOfSomeLength() {
        if (from == null || until == null) {
            return true;
        }
        return !from.isBefore(EARLIEST)
                && until.isBefore(LATEST)
                && toSale().from().isBefore(toSale().until())
                && Duration.between(from, until).compareTo(LONGEST) <= 0;
    }

    Sale toSale() {
        return new Sale(
                amount == null ? 0 : amount, from.truncatedTo(ChronoUnit.MILLIS), until.truncatedTo(ChronoUnit.MILLIS));
    }
}
