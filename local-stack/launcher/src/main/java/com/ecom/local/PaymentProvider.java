package com.ecom.local;

import java.net.URI;

/** The simulated payment provider, with what it and its merchant know of each other. */
public record PaymentProvider(URI url, String apiKey, String webhookSecret) {}
