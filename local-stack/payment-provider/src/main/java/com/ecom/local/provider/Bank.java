package com.ecom.local.provider;

import java.time.Duration;
import java.time.Instant;

/**
 * Whoever asks customers to approve.
 *
 * @param publicUrl where its pages are
 * @param timeout how long it waits for an answer
 */
record Bank(String publicUrl, Duration timeout, Instant now) {}
