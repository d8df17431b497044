package com.ecom.order.placing;

import com.ecom.order.baskets.Carts;
import com.ecom.order.markets.MarketsInForce;
import com.ecom.order.model.OrderRefusal.NothingToOrder;
import com.ecom.order.model.QuoteRefusal;
import com.ecom.order.model.QuoteRefusal.Changed;
import com.ecom.order.model.QuoteRefusal.QuoteOutdated;
import com.ecom.order.model.QuoteRefusal.QuoteRequired;
import com.ecom.order.quoting.Quote;
import com.ecom.order.quoting.Quotes;
import java.util.ArrayList;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Finds out what a checkout is about, and whether its quote is still what the customer agreed to. */
@Component
@RequiredArgsConstructor
class ReadCheckout {

    private final Carts carts;
    private final MarketsInForce markets;
    private final Quotes quotes;
    private final UsedQuotes used;

    /** Whether it says all by itself, so that nothing has to be asked before. */
    boolean saysAll(Checkout checkout) {
        return checkout.quote() == null && checkout.items() != null && !needsQuote(checkout);
    }

    /**
     * @throws QuoteRefusal if it cannot be ordered by that quote, or not without one
     */
    Wanted read(UUID caller, Checkout checkout, String authorization) {
        if (checkout.quote() != null) {
            return Wanted.by(accepted(checkout.quote(), caller, checkout, authorization));
        }
        if (needsQuote(checkout)) {
            throw new QuoteRequired();
        }
        return Wanted.of(checkout.items() == null ? carts.itemsOf(authorization) : checkout.items());
    }

    private boolean needsQuote(Checkout checkout) {
        return markets.sellTo(checkout.shippingAddress().country());
    }

    private Quote accepted(String token, UUID caller, Checkout checkout, String authorization) {
        var quote = quotes.open(token, caller);
        used.requireHolding(quote);
        var changed = new ArrayList<Changed>();
        if (!checkout.shippingAddress().place().equals(quote.place())) {
            changed.add(Changed.ADDRESS);
        }
        if (!isAbout(quote, checkout, authorization)) {
            changed.add(Changed.CART);
        }
        if (checkout.shippingMethod() != null
                && !checkout.shippingMethod().equals(quote.bill().shipping().method())) {
            changed.add(Changed.METHOD);
        }
        if (!changed.isEmpty()) {
            throw new QuoteOutdated(changed);
        }
        used.requireUsesLeft(quote);
        return quote;
    }

    private boolean isAbout(Quote quote, Checkout checkout, String authorization) {
        if (checkout.items() != null) {
            return quote.isAbout(checkout.items());
        }
        try {
            return !quote.ofCart() || quote.isAbout(carts.itemsOf(authorization));
        } catch (NothingToOrder e) {
            return false;
        }
    }
}
