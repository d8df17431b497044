package com.ecom.order.markets;

import static java.util.Objects.requireNonNullElse;

import com.ecom.core.text.Characters;
import com.ecom.order.model.rates.TaxTable;
import com.ecom.order.model.totals.TaxRate;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param ppm in millionths: 88,750 are 8.875 %
 * @param code under which the tax is reported
 * @param parts by authority, which sum to the rate
 * @param from the first instant at which it is valid
 * @param until the first at which it is valid no more
 */
record TaxRule(
        @NotNull @Pattern(regexp = MarketRules.ID) String category,
        @NotNull @Valid AreaRule area,
        @NotNull @Min(0) @Max(1_000_000) Integer ppm,
        @Nullable @Characters(max = 40) String code,
        @Nullable @Size(max = 10) List<@Valid @NotNull TaxPart> parts,
        @NotNull Instant from,
        @Nullable Instant until) {

    /** @throws IllegalArgumentException if it is never valid */
    TaxTable.Row toRow() {
        if (until != null && !until.isAfter(from)) {
            throw new IllegalArgumentException(
                    "a rate for %s is never valid: %s to %s".formatted(category, from, until));
        }
        var shares = requireNonNullElse(parts, List.<TaxPart>of()).stream()
                .map(it -> new TaxRate.Part(it.name(), it.ppm()))
                .toList();
        return new TaxTable.Row(
                category, area.toArea(), new TaxRate(ppm, requireNonNullElse(code, ""), shares), from, until);
    }

    record TaxPart(
            @NotBlank @Characters(max = 80) String name,
            @NotNull @Min(0) @Max(1_000_000) Integer ppm) {}
}
