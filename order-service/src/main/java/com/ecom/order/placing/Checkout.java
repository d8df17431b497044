package com.ecom.order.placing;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.ecom.core.address.Country;
import com.ecom.core.address.EmailAddress;
import com.ecom.core.address.PhoneNumber;
import com.ecom.core.address.PostalAddress;
import com.ecom.core.address.Taxpayer;
import com.ecom.core.money.Money;
import com.ecom.core.text.Characters;
import com.ecom.core.text.Lines;
import com.ecom.order.baskets.Item;
import com.ecom.order.model.rates.Place;
import com.ecom.order.quoting.Quotes;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody orders, and all that the shop has to know about it.
 *
 * @param items what to order; absent for the caller's cart
 * @param quote by which it is ordered; what it is about needs no {@code items}
 * @param shippingMethod that the customer chose; compared with the quote, if it is there
 * @param email where to write to; absent for the account's own address
 * @param paymentMethod the payment provider's token, never a card number; may be absent where there is nothing to pay
 * @param expectedTotal what the customer was shown; compared, never believed
 * @param billingAddress who is billed, if that is not who gets the parcel
 * @param phone for whoever delivers it
 * @param taxId of a business, written as in the country that is billed
 * @param note for the shop
 * @param giftMessage for whoever gets the parcel
 */
@Taxpayer.Identified
record Checkout(
        @Nullable @Size(min = 1, max = 100) List<@Valid @NotNull Item> items,

        @Nullable @Characters(min = 1, max = Quotes.MOST_CHARACTERS)
        String quote,

        @Nullable @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,39}")
        String shippingMethod,

        @Nullable @EmailAddress String email,
        @NotNull @Valid Address shippingAddress,

        @Nullable @Pattern(regexp = "[A-Za-z0-9_-]{1,100}") String paymentMethod,

        @Nullable Money expectedTotal,
        @JsonInclude(NON_NULL) @Nullable @Valid Address billingAddress,

        @JsonInclude(NON_NULL) @Nullable @Pattern(regexp = PhoneNumber.PATTERN)
        String phone,

        @JsonInclude(NON_NULL) @Nullable @Characters(min = 1, max = 30)
        String taxId,

        @JsonInclude(NON_NULL) @Nullable @Characters(max = 500) @Pattern(regexp = Lines.PATTERN)
        String note,

        @JsonInclude(NON_NULL) @Nullable @Characters(max = 300) @Pattern(regexp = Lines.PATTERN)
        String giftMessage)
        implements Taxpayer {

    /** What an order says of how it is paid where there is nothing to pay. */
    private static final String NO_PAYMENT = "none";

    String howToPay() {
        return paymentMethod == null ? NO_PAYMENT : paymentMethod;
    }

    @Override
    public @Nullable String taxCountry() {
        var billed = billingAddress == null ? shippingAddress : billingAddress;
        return billed == null ? null : billed.country();
    }

    /** What the order keeps besides; nothing if nothing was said. */
    Optional<Particulars> particulars() {
        return Optional.of(new Particulars(billingAddress, phone, taxId, note, giftMessage))
                .filter(it -> !it.equals(Particulars.NONE));
    }

    @JsonInclude(NON_NULL)
    record Particulars(
            @Nullable Address billingAddress,
            @Nullable String phone,
            @Nullable String taxId,
            @Nullable String note,
            @Nullable String giftMessage) {

        private static final Particulars NONE = new Particulars(null, null, null, null, null);
    }

    /** @param postalCode empty where there is none */
    @PostalAddress.Complete
    record Address(
            @NotBlank @Characters(max = 120) String recipient,
            @NotBlank @Characters(max = 180) String line1,
            @Nullable @Characters(max = 180) String line2,
            @NotBlank @Characters(max = 80) String city,
            @Nullable @Characters(max = 80) String region,
            @Nullable @Characters(max = 20) String postalCode,
            @NotNull @Country String country)
            implements PostalAddress {

        Address {
            postalCode = postalCode == null ? "" : postalCode;
        }

        Place place() {
            return new Place(country, region == null ? "" : region, postalCode == null ? "" : postalCode);
        }
    }
}
