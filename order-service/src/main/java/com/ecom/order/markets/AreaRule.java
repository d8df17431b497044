package com.ecom.order.markets;

import static java.util.Objects.requireNonNullElse;

import com.ecom.core.address.Country;
import com.ecom.core.text.Characters;
import com.ecom.order.model.rates.Area;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * @param region all of them if absent
 * @param postalPrefix all codes if absent
 */
record AreaRule(
        @NotNull @Country String country,
        @Nullable @Characters(max = 80) String region,
        @Nullable @Characters(max = 20) String postalPrefix) {

    Area toArea() {
        return new Area(country, requireNonNullElse(region, ""), requireNonNullElse(postalPrefix, ""));
    }
}
