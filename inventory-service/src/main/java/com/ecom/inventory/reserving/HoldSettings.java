package com.ecom.inventory.reserving;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param hold how long stock is held for an order; longer than any order waits for its payment, so that it never decides first */
@ConfigurationProperties("ecom.reservations")
record HoldSettings(@DefaultValue("25m") Duration hold) {}
