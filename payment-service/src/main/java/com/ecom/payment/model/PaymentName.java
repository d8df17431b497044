package com.ecom.payment.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a payment is called.
 *
 * @param reference what the provider calls it, once the provider has said so
 */
public record PaymentName(UUID order, @Nullable String reference) {}
