package com.ecom.user.addresses;

import com.ecom.core.address.Country;
import com.ecom.core.address.PostalAddress;
import com.ecom.core.text.Characters;
import com.ecom.user.web.InputPatterns;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** Where parcels go, as a customer writes it; without a postal code or a state where the country needs none. */
@PostalAddress.Complete
record AddressForm(
        @NotNull @Characters(max = 40) @Pattern(regexp = InputPatterns.ONE_LINE)
        String label,

        @NotNull @Characters(max = 120) @Pattern(regexp = InputPatterns.ONE_LINE)
        String recipient,

        @NotNull @Characters(max = 180) @Pattern(regexp = InputPatterns.ONE_LINE)
        String line1,

        @Nullable @Characters(max = 180) @Pattern(regexp = InputPatterns.ONE_LINE)
        String line2,

        @NotNull @Characters(max = 80) @Pattern(regexp = InputPatterns.ONE_LINE)
        String city,

        @Nullable @Characters(max = 80) @Pattern(regexp = InputPatterns.ONE_LINE)
        String state,

        @Nullable @Characters(max = 20) @Pattern(regexp = "[^\\p{Cc}\\p{Cs}]*")
        String postalCode,

        @NotNull @Country String country)
        implements PostalAddress {

    @Override
    public @Nullable String region() {
        return state;
    }

    @Override
    public String regionField() {
        return "state";
    }
}
