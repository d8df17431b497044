package com.ecom.order.markets;

import java.time.Instant;
import java.util.UUID;

record MarketVersion(String market, int version, UUID actor, String reason, Instant at) {}
