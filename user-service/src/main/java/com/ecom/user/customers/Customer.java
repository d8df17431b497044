package com.ecom.user.customers;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What we know of a customer apart from their addresses.
 *
 * @param version grows with every change of profile or preferences
 */
public record Customer(
        UUID id,
        @Nullable String email,
        Profile profile,
        Preferences preferences,
        long version,
        Instant createdAt,
        Instant updatedAt) {}
