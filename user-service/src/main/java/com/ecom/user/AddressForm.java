package com.ecom.user;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Where parcels go, as a customer writes it. */
record AddressForm(
        @NotNull @Size(max = 40) @Pattern(regexp = Text.ONE_LINE)
        String label,

        @NotNull @Size(max = 120) @Pattern(regexp = Text.ONE_LINE)
        String recipient,

        @NotNull @Size(max = 180) @Pattern(regexp = Text.ONE_LINE)
        String line1,

        @Nullable @Size(max = 180) @Pattern(regexp = Text.ONE_LINE)
        String line2,

        @NotNull @Size(max = 80) @Pattern(regexp = Text.ONE_LINE)
        String city,

        @Nullable @Size(max = 80) @Pattern(regexp = Text.ONE_LINE)
        String state,

        @NotNull @Size(max = 20) @Pattern(regexp = Text.ONE_LINE)
        String postalCode,

        @NotNull @Country String country) {}
