package com.ecom.order.history;

import org.jspecify.annotations.Nullable;

/** As it was when the order was placed, whatever the rules for addresses are by now. */
record KeptAddress(
        @Nullable String recipient,
        @Nullable String line1,
        @Nullable String line2,
        @Nullable String city,
        @Nullable String region,
        @Nullable String postalCode,
        @Nullable String country) {}
