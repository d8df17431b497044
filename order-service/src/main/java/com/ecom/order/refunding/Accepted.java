package com.ecom.order.refunding;

import com.ecom.core.money.Money;
import java.util.UUID;

record Accepted(UUID refundId, UUID orderId, Money amount, String state) {}
