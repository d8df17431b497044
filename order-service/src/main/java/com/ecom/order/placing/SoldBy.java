package com.ecom.order.placing;

import com.ecom.order.markets.BillView;
import com.ecom.order.quoting.Quote;
import org.jspecify.annotations.Nullable;

/**
 * What an order keeps of its quote, so that nobody ever has to compute again what it costs.
 *
 * @param version of the rules of the market
 */
record SoldBy(@Nullable String market, int version, BillView bill) {

    static SoldBy of(Quote quote) {
        return new SoldBy(quote.market().isEmpty() ? null : quote.market(), quote.version(), quote.billView());
    }
}
