package com.ecom.core.republish;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param name what is published again, as operators call it: the middle of {@code /ops/<name>/republish}
 * @param perSecond how many things are published in a second at most, by all instances together
 * @param retention how long a finished republication stays on the record
 */
@ConfigurationProperties("ecom.republish")
record RepublishProperties(
        String name,
        @DefaultValue("1000") int perSecond,
        @DefaultValue("90d") Duration retention) {}
