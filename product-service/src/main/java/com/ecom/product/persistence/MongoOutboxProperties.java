package com.ecom.product.persistence;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the outbox inside documents has beyond that of common-core.
 *
 * @param grace how long an event may be on its way before another instance takes it for one that was left behind
 */
@ConfigurationProperties("ecom.outbox")
record MongoOutboxProperties(@DefaultValue("5s") Duration grace) {}
