package com.ecom.order.refunding;

import com.ecom.core.money.Money;
import com.ecom.order.model.shares.Share;
import java.util.Currency;
import java.util.List;

/**
 * Of what of an order a refund is, and the tax in it.
 *
 * @param lines those of which something goes back
 */
record RefundParts(List<LinePart> lines, Money shipping, Money shippingTax, Money tax) {

    static RefundParts of(Share share, Currency currency) {
        return new RefundParts(
                share.lines().stream().map(it -> LinePart.of(it, currency)).toList(),
                new Money(share.shipping().amount(), currency),
                new Money(share.shipping().tax(), currency),
                new Money(share.tax(), currency));
    }

    /** @param quantity how many units come back; none where it is money alone */
    record LinePart(String sku, int quantity, Money amount, Money tax) {

        private static LinePart of(Share.Line line, Currency currency) {
            var part = line.part();
            return new LinePart(
                    line.sku(), line.units(), new Money(part.amount(), currency), new Money(part.tax(), currency));
        }
    }
}
