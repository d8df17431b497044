package com.ecom.user.addresses;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of a customer's addresses.
 *
 * @param postalCode empty where there is none
 */
public record Address(
        UUID addressId,
        String label,
        String recipient,
        String line1,
        @Nullable String line2,
        String city,
        @Nullable String state,
        String postalCode,
        String country,
        boolean isDefault,
        long version) {}
