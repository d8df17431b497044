package com.ecom.order.quoting;

import com.ecom.core.money.Money;
import com.ecom.order.model.totals.Bill;
import com.ecom.order.model.totals.Bill.Discount;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is left out of a quote, and what differs from an earlier one.
 *
 * @param sku of which thing, where it is about one
 * @param promotion which one, where it is about one
 */
record QuoteNotice(
        NoticeCode code,
        @Nullable String sku,
        @Nullable String promotion,
        @Nullable Money before,
        @Nullable Money now) {

    enum NoticeCode {
        PRICE_CHANGED,
        QUANTITY_CHANGED,
        ADDED,
        NOT_IN_IT_ANY_MORE,
        NOT_FOR_SALE,
        PROMOTION_ENDED,
        SHIPPING_CHANGED,
        TAX_CHANGED,
        TOTAL_CHANGED
    }

    /** What is left out is named once, and not as a change besides. */
    static List<QuoteNotice> between(Bill before, Quote quote) {
        var unsold = quote.leftOut().stream()
                .sorted()
                .map(it -> new QuoteNotice(NoticeCode.NOT_FOR_SALE, it, null, null, null));
        var changes = between(before, quote.bill()).stream()
                .filter(it -> it.code() != NoticeCode.NOT_IN_IT_ANY_MORE
                        || !quote.leftOut().contains(it.sku()));
        return Stream.concat(unsold, changes).toList();
    }

    private static List<QuoteNotice> between(Bill before, Bill now) {
        if (!before.currency().equals(now.currency())) {
            return List.of(amounts(NoticeCode.TOTAL_CHANGED, before, before.total(), now, now.total()));
        }
        var notices = new ArrayList<QuoteNotice>();
        before.lines()
                .forEach(line -> now.lines().stream()
                        .filter(it -> it.sku().equals(line.sku()))
                        .findFirst()
                        .ifPresentOrElse(
                                it -> addOf(line, it, before, notices),
                                () -> notices.add(
                                        new QuoteNotice(NoticeCode.NOT_IN_IT_ANY_MORE, line.sku(), null, null, null))));
        var skus = before.lines().stream().map(Bill.Line::sku).toList();
        now.lines().stream()
                .map(Bill.Line::sku)
                .filter(it -> !skus.contains(it))
                .forEach(it -> notices.add(new QuoteNotice(NoticeCode.ADDED, it, null, null, null)));
        var promotions = now.discounts().stream().map(Discount::promotionId).toList();
        before.discounts().stream()
                .map(Discount::promotionId)
                .filter(it -> !promotions.contains(it))
                .forEach(it -> notices.add(new QuoteNotice(NoticeCode.PROMOTION_ENDED, null, it, null, null)));
        addIfDifferent(
                NoticeCode.SHIPPING_CHANGED,
                before,
                before.shipping().paid(),
                now,
                now.shipping().paid(),
                notices);
        addIfDifferent(
                NoticeCode.TAX_CHANGED,
                before,
                before.totals().tax(),
                now,
                now.totals().tax(),
                notices);
        addIfDifferent(NoticeCode.TOTAL_CHANGED, before, before.total(), now, now.total(), notices);
        return notices;
    }

    private static void addOf(Bill.Line before, Bill.Line now, Bill bill, List<QuoteNotice> notices) {
        if (before.unitPrice() != now.unitPrice()) {
            notices.add(new QuoteNotice(
                    NoticeCode.PRICE_CHANGED,
                    now.sku(),
                    null,
                    new Money(before.unitPrice(), bill.currency()),
                    new Money(now.unitPrice(), bill.currency())));
        }
        if (before.quantity() != now.quantity()) {
            notices.add(new QuoteNotice(NoticeCode.QUANTITY_CHANGED, now.sku(), null, null, null));
        }
    }

    private static void addIfDifferent(
            NoticeCode code, Bill before, long amount, Bill now, long other, List<QuoteNotice> notices) {
        if (amount != other) {
            notices.add(amounts(code, before, amount, now, other));
        }
    }

    private static QuoteNotice amounts(NoticeCode code, Bill before, long amount, Bill now, long other) {
        return new QuoteNotice(
                code, null, null, new Money(amount, before.currency()), new Money(other, now.currency()));
    }
}
