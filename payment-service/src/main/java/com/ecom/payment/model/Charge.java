package com.ecom.payment.model;

import com.ecom.core.money.Money;
import java.util.UUID;

/** Who pays how much by what; known from the first command to authorize. */
public record Charge(UUID customerId, Money amount, String paymentMethod) {}
