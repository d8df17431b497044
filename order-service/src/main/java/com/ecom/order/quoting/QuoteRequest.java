package com.ecom.order.quoting;

import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.toSet;

import com.ecom.core.address.Country;
import com.ecom.core.address.PostalAddress;
import com.ecom.core.text.Characters;
import com.ecom.order.baskets.Item;
import com.ecom.order.model.rates.Place;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * @param items what to quote; absent for the caller's cart
 * @param region where there is one, as it will be in the address
 * @param postalCode where there is one, as it will be in the address
 * @param shippingMethod the cheapest if absent
 * @param codes of promotions; case and hyphens do not count
 * @param replaces an earlier quote: what differs from it is among the notices
 */
@PostalAddress.Plausible
record QuoteRequest(
        @Nullable @Size(min = 1, max = 100) List<@Valid @NotNull Item> items,
        @NotNull @Country String country,
        @Nullable @Characters(max = 80) String region,
        @Nullable @Characters(max = 20) String postalCode,

        @Nullable @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,39}")
        String shippingMethod,

        @Nullable @Size(max = 5) Set<@NotNull @Pattern(regexp = "[A-Za-z0-9-]{3,50}") String> codes,
        @Nullable @Characters(max = Quotes.MOST_CHARACTERS) String replaces)
        implements PostalAddress {

    Place place() {
        return new Place(country, requireNonNullElse(region, ""), requireNonNullElse(postalCode, ""));
    }

    Set<String> codesAsKept() {
        return requireNonNullElse(codes, Set.<String>of()).stream()
                .map(it -> it.replace("-", "").toUpperCase(Locale.ROOT))
                .collect(toSet());
    }
}
