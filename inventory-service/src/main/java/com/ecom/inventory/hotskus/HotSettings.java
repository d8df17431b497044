package com.ecom.inventory.hotskus;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When a SKU gets hot by itself.
 *
 * @param slowAfter how long the slowest twentieth of its changes may take
 * @param least how many changes a minute must have for its slowest twentieth to mean anything
 * @param mostByLoad how many SKUs get hot in a minute at most, the slowest first
 */
@Validated
@ConfigurationProperties("ecom.stock.hot")
record HotSettings(
        @DefaultValue("20ms") @NotNull Duration slowAfter,
        @DefaultValue("100") @Min(1) int least,
        @DefaultValue("10") @Min(0) int mostByLoad) {}
