package com.ecom.product.publishing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param pollInterval how often this instance looks for events that another left behind, while there are none
 * @param grace how long an event may be on its way before it counts as forgotten
 * @param batchSize products per pass
 * @param deliveryTimeout how long a pass waits for the broker
 * @param maxAttempts refusals of one event before it, and what follows it on the same product, is parked
 */
@ConfigurationProperties("ecom.publishing")
record PublishingSettings(
        @DefaultValue("5s") Duration pollInterval,
        @DefaultValue("5s") Duration grace,
        @DefaultValue("500") int batchSize,
        @DefaultValue("15s") Duration deliveryTimeout,
        @DefaultValue("3") int maxAttempts) {}
