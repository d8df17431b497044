package com.ecom.order.model;

import org.jspecify.annotations.Nullable;

/** How the goods travel, as far as the carrier says. */
public record Parcel(@Nullable String carrier, @Nullable String trackingNumber) {}
