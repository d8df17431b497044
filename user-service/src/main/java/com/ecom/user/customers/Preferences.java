package com.ecom.user.customers;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Currency;

/**
 * How a customer wants to be spoken to. Only the language has an effect today.
 *
 * @param language such as {@code en} or {@code en-GB}
 */
record Preferences(
        @Schema(description = "Kept, and without effect today: no mail but those about orders and accounts is sent yet")
        @NotNull
        Boolean marketingEmails,

        @Schema(description = "Kept, and without effect today: no text message is sent yet") @NotNull
        Boolean smsNotifications,

        @Schema(description = "In which mails speak, where they can: English or German today")
        @NotNull
        @Pattern(regexp = "[a-z]{2}(-[A-Z]{2})?")
        String language,

        @Schema(description = "Kept, and without effect today: prices are in the currency of the catalogue") @NotNull
        Currency currency) {}
