package com.ecom.order.markets;

import com.ecom.order.model.totals.Bill;
import com.ecom.order.model.totals.Bill.Reason;
import com.ecom.order.model.totals.Shopper.Exemption;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A bill as people see it, step by step. Amounts are minor units of the currency. */
public record BillView(
        String currency,
        List<BillLine> lines,
        List<BillDiscount> discounts,
        BillShipping shipping,
        List<BillTax> taxes,
        long subtotal,
        long discount,
        long tax,
        long total,
        List<LeftOut> notApplied) {

    /** @param names of promotions, by id */
    public static BillView of(Bill bill, Map<String, String> names) {
        var shipping = bill.shipping();
        return new BillView(
                bill.currency().getCurrencyCode(),
                bill.lines().stream().map(BillLine::of).toList(),
                bill.discounts().stream()
                        .map(it -> new BillDiscount(
                                it.promotionId(), names.get(it.promotionId()), it.amount(), it.byLine()))
                        .toList(),
                new BillShipping(
                        shipping.method(),
                        shipping.free(),
                        shipping.price(),
                        shipping.discount(),
                        shipping.tax(),
                        shipping.paid()),
                bill.taxes().stream().map(BillTax::of).toList(),
                bill.totals().subtotal(),
                bill.totals().discount(),
                bill.totals().tax(),
                bill.total(),
                bill.notApplied().stream()
                        .map(it -> new LeftOut(it.promotionId(), it.reason()))
                        .toList());
    }

    /**
     * @param listPrice of one unit, where the unit price is that of a sale
     * @param taxRemoved that is inside the price and not charged
     * @param paid what the line is worth when it is given back
     */
    public record BillLine(
            String sku,
            int quantity,
            long unitPrice,
            @Nullable Long listPrice,
            long subtotal,
            long itemDiscount,
            long orderDiscount,
            long taxRemoved,
            int ppm,
            long tax,
            long paid) {

        static BillLine of(Bill.Line it) {
            return new BillLine(
                    it.sku(),
                    it.quantity(),
                    it.unitPrice(),
                    it.listPrice(),
                    it.subtotal(),
                    it.itemDiscount(),
                    it.orderDiscount(),
                    it.taxRemoved(),
                    it.rate().ppm(),
                    it.tax(),
                    it.paid());
        }
    }

    /** @param name of the promotion, as shoppers read it; absent in bills of earlier times */
    public record BillDiscount(String promotion, @Nullable String name, long amount, List<Long> byLine) {}

    public record BillShipping(@Nullable String method, boolean free, long price, long discount, long tax, long paid) {}

    public record BillTax(
            int ppm, String code, @Nullable Exemption exemption, long base, long tax, List<BillTaxPart> parts) {

        static BillTax of(Bill.Tax it) {
            return new BillTax(
                    it.rate().ppm(),
                    it.rate().code(),
                    it.exemption(),
                    it.base(),
                    it.tax(),
                    it.parts().stream()
                            .map(part -> new BillTaxPart(part.name(), part.ppm(), part.tax()))
                            .toList());
        }
    }

    public record BillTaxPart(String name, int ppm, long tax) {}

    public record LeftOut(String promotion, Reason reason) {}
}
