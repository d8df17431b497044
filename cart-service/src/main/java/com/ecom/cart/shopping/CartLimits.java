package com.ecom.cart.shopping;

import com.ecom.cart.model.Cart;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What a cart may hold.
 *
 * @param perSku how many of one SKU: as many as can be ordered ({@code ecom.orders.limits.per-sku})
 */
@Validated
@ConfigurationProperties("ecom.cart.limits")
record CartLimits(
        @DefaultValue("100") @Min(1) @Max(Cart.MAX_QUANTITY) int perSku) {}
