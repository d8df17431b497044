package com.ecom.inventory.adjusting;

import com.ecom.core.text.Sku;
import com.ecom.inventory.model.StockChange;
import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What staff want changed, all of it or nothing. */
record Adjustments(@NotEmpty @Size(max = 500) List<@NotNull @Valid Adjustment> adjustments) {

    @JsonIgnore
    @AssertTrue(message = "must name each SKU once")
    boolean isEachSkuNamedOnce() {
        return adjustments == null
                || adjustments.stream()
                                .map(it -> it == null ? null : it.sku())
                                .distinct()
                                .count()
                        == adjustments.size();
    }

    /** @param compareAvailable what the caller believes is available; if it is not, nothing happens */
    record Adjustment(
            @NotNull @Pattern(regexp = Sku.PATTERN) String sku,

            @NotNull @Min(-1_000_000) @Max(1_000_000) Integer delta,
            @NotNull Reason reason,
            @Nullable @PositiveOrZero Long compareAvailable) {

        StockChange toChange(UUID id) {
            return new StockChange(id, sku, delta, reason.name());
        }
    }

    enum Reason {
        RECEIVED,
        CORRECTION,
        DAMAGED,
        RETURNED,
        INITIAL
    }
}
