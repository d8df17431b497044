package com.ecom.order.refunding;

import com.ecom.core.text.Sku;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;

record RefundLine(
        @NotNull @Pattern(regexp = Sku.PATTERN) String sku,
        @Positive @Max(1_000_000) int quantity) {}
