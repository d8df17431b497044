package com.ecom.inventory.persistence;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param low from how few on shoppers see that few are left */
@Validated
@ConfigurationProperties("ecom.stock")
record StockSettings(@DefaultValue("5") @Min(0) int low) {}
