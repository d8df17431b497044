package com.ecom.user.customers;

import com.ecom.core.address.PhoneNumber;
import com.ecom.core.text.Characters;
import com.ecom.user.web.InputPatterns;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** How to call a customer, and where. */
record Profile(
        @Nullable @Characters(max = 80) @Pattern(regexp = InputPatterns.ONE_LINE)
        String firstName,

        @Nullable @Characters(max = 80) @Pattern(regexp = InputPatterns.ONE_LINE)
        String lastName,

        @Nullable @Pattern(regexp = PhoneNumber.PATTERN) String phoneNumber) {}
