package com.ecom.user;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Currency;

/**
 * How a customer wants to be spoken to.
 *
 * @param language such as {@code en} or {@code en-GB}
 */
record Preferences(
        @NotNull Boolean marketingEmails,
        @NotNull Boolean smsNotifications,
        @NotNull @Pattern(regexp = "[a-z]{2}(-[A-Z]{2})?") String language,
        @NotNull Currency currency) {}
