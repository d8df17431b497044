package com.ecom.core.outbox;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param topics the topics this service owns; created at start-up where absent
 * @param pollInterval how long an event waits at most that nobody announced, because its instance crashed
 * @param batchSize events per pass
 * @param deliveryTimeout how long a pass waits for the broker
 * @param maxAttempts failures of one record before it, and what follows it on the same key, is parked
 * @param sentRetention how long delivered events stay for replay
 * @param discardedRetention how long events stay, from their beginning, that nobody is to hear
 */
@Validated
@ConfigurationProperties("ecom.outbox")
record OutboxProperties(
        @DefaultValue List<String> topics,
        @DefaultValue("5s") Duration pollInterval,
        @DefaultValue("500") @Min(1) @Max(5000) int batchSize,
        @DefaultValue("15s") Duration deliveryTimeout,
        @DefaultValue("3") @Min(1) int maxAttempts,
        @DefaultValue("3d") Duration sentRetention,
        @DefaultValue("30d") Duration discardedRetention) {}
