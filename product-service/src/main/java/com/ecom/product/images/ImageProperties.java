package com.ecom.product.images;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much pictures may take of this service.
 *
 * @param atOnce how many uploads are worked on at the same time
 * @param patience how long another one waits for its turn
 */
@Validated
@ConfigurationProperties("ecom.images")
record ImageProperties(
        @DefaultValue("2") @Min(1) int atOnce,
        @DefaultValue("3s") Duration patience) {}
