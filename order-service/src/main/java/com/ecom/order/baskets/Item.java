package com.ecom.order.baskets;

import com.ecom.core.text.Sku;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;

/** So many units of something that somebody wants. */
public record Item(
        @NotNull @Pattern(regexp = Sku.PATTERN) String sku,
        @Positive @Max(1_000) int quantity) {}
