package com.ecom.order.quoting;

import com.ecom.core.money.Money;
import com.ecom.order.markets.BillView;
import com.ecom.order.markets.PricedMethod;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What it costs, and the word that it is kept by.
 *
 * @param quote to be sent with the order, as it is
 * @param market whose rules it was made by; absent where none sells
 * @param shippingMethod absent where nothing is shipped, or shipping costs nothing
 * @param codes that were entered; what they did is in the bill
 * @param methods how it could be shipped, the cheapest first
 * @param notices what of a cart is not for sale and left out, and what differs from the quote that this one replaces
 */
record QuoteView(
        UUID quoteId,
        String quote,
        Instant expiresAt,
        @Nullable String market,
        String country,
        String region,
        String postalCode,
        @Nullable String shippingMethod,
        Money total,
        BillView bill,
        List<EnteredCode> codes,
        List<QuotedMethod> methods,
        List<QuoteNotice> notices) {

    static QuoteView of(
            Quote quote, String token, List<EnteredCode> codes, List<PricedMethod> methods, List<QuoteNotice> notices) {
        var place = quote.place();
        var currency = quote.bill().currency();
        return new QuoteView(
                quote.id(),
                token,
                quote.expiresAt(),
                quote.market().isEmpty() ? null : quote.market(),
                place.country(),
                place.region(),
                place.postalCode(),
                quote.bill().shipping().method(),
                quote.total(),
                quote.billView(),
                codes,
                methods.stream()
                        .filter(it -> !it.method().isEmpty())
                        .sorted(PricedMethod.CHEAPEST)
                        .map(it -> new QuotedMethod(
                                it.method(),
                                new Money(it.bill().shipping().paid(), currency),
                                new Money(it.bill().total(), currency)))
                        .toList(),
                notices);
    }

    /** @param promotions that it opens; those that take something off are among the discounts, the others among {@code notApplied} */
    record EnteredCode(String code, List<String> promotions) {}

    record QuotedMethod(String method, Money shipping, Money total) {}
}
