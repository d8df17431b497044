package com.ecom.inventory.reserving;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param hold how long stock is held for an order; longer than any order waits for its provider and then for its customer
 *     (15 minutes each), so that it never decides first
 * @param openOrders for how many orders at a time one owner may have stock held, so that nobody empties the shelf
 *     without paying; each instance counts what has been committed, so a burst over several may hold a few more
 */
@Validated
@ConfigurationProperties("ecom.reservations")
record HoldSettings(
        @DefaultValue("40m") @NotNull Duration hold,
        @DefaultValue("20") @Min(1) int openOrders) {}
