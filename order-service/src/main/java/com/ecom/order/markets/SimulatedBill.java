package com.ecom.order.markets;

import com.ecom.order.markets.BillView.BillDiscount;
import com.ecom.order.markets.BillView.BillLine;
import com.ecom.order.markets.BillView.BillShipping;
import com.ecom.order.markets.BillView.BillTax;
import com.ecom.order.markets.BillView.LeftOut;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bill as staff see it. Amounts are minor units of the currency.
 *
 * @param version of the rules; absent where others were tried out
 * @param ways how else it could be shipped, and what it would cost in all
 */
record SimulatedBill(
        @Nullable Integer version,
        Instant at,
        String currency,
        List<BillLine> lines,
        List<BillDiscount> discounts,
        BillShipping shipping,
        List<BillTax> taxes,
        long subtotal,
        long discount,
        long tax,
        long total,
        List<LeftOut> notApplied,
        List<Way> ways) {

    static SimulatedBill of(@Nullable Integer version, Instant at, BillView view, List<Way> ways) {
        return new SimulatedBill(
                version,
                at,
                view.currency(),
                view.lines(),
                view.discounts(),
                view.shipping(),
                view.taxes(),
                view.subtotal(),
                view.discount(),
                view.tax(),
                view.total(),
                view.notApplied(),
                ways);
    }

    record Way(String method, long shipping, long total) {}
}
