package com.ecom.user;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** How to call a customer, and where. */
record Profile(
        @Nullable @Size(max = 80) @Pattern(regexp = Text.ONE_LINE)
        String firstName,

        @Nullable @Size(max = 80) @Pattern(regexp = Text.ONE_LINE)
        String lastName,

        @Nullable @Pattern(regexp = "[0-9+\\-() ]{7,20}") String phoneNumber) {}
