package com.ecom.core.inbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param retention how long a claim is remembered; longer than the topics keep their messages
 * @param enabled whether this instance consumes at all
 */
@ConfigurationProperties("ecom.inbox")
record InboxProperties(
        @DefaultValue("15d") Duration retention,
        @DefaultValue("true") boolean enabled) {}
