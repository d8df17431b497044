package com.ecom.cart.shopping;

import com.ecom.cart.model.Cart;
import com.ecom.cart.model.MergedItem;
import com.ecom.cart.model.Offer;
import com.ecom.cart.model.Offers;
import com.ecom.core.money.Money;
import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A cart as its owner sees it: at today's prices, with what has changed since things were put in pointed out. */
@Component
@RequiredArgsConstructor
class CartView {

    private final Offers offers;

    View of(Cart cart) {
        return of(cart, null);
    }

    /** @param merged what became of another cart that was merged into it */
    View of(Cart cart, @Nullable List<MergedItem> merged) {
        var known = offers.of(Stream.concat(cart.items().stream(), cart.later().stream())
                .map(Cart.Item::sku)
                .distinct()
                .toList());
        var later =
                cart.later().stream().map(it -> line(it, known.get(it.sku()))).toList();
        var lines =
                cart.items().stream().map(it -> line(it, known.get(it.sku()))).toList();
        var sold =
                lines.stream().filter(it -> it.notice() != Notice.NOT_FOR_SALE).toList();
        if (sold.stream().map(it -> it.unitPrice().currency()).distinct().count() > 1) {
            return view(cart, lines, later, null, Issue.MIXED_CURRENCIES, merged);
        }
        var total = totalOf(sold);
        var trouble = total == null && !sold.isEmpty() ? Issue.TOTAL_TOO_LARGE : null;
        return view(cart, lines, later, total, trouble, merged);
    }

    private static View view(
            Cart cart,
            List<Line> lines,
            List<Line> later,
            @Nullable Money total,
            @Nullable Issue trouble,
            @Nullable List<MergedItem> merged) {
        var count = lines.stream().mapToInt(Line::quantity).sum();
        return new View(cart.version(), lines, count, cart.codes(), later, cart.giftMessage(), total, trouble, merged);
    }

    /** None if nothing is for sale, or if it is more than an amount can be. */
    private static @Nullable Money totalOf(List<Line> sold) {
        try {
            return sold.stream()
                    .map(it -> it.unitPrice().times(it.quantity()))
                    .reduce(Money::plus)
                    .orElse(null);
        } catch (ArithmeticException tooLarge) {
            return null;
        }
    }

    private static Line line(Cart.Item item, @Nullable Offer offer) {
        if (offer == null || !offer.onSale()) {
            var name = offer == null ? item.sku() : offer.name();
            return new Line(
                    item.sku(), null, name, item.quantity(), item.seenPrice(), null, null, null, Notice.NOT_FOR_SALE);
        }
        var isChanged = !offer.price().equals(item.seenPrice());
        return new Line(
                item.sku(),
                offer.productId(),
                offer.name(),
                item.quantity(),
                offer.price(),
                offer.listPrice(),
                isChanged ? item.seenPrice() : null,
                offer.price().times(item.quantity()),
                isChanged ? Notice.PRICE_CHANGED : null);
    }

    /**
     * @param version also the ETag
     * @param codes that were entered; what they take off says a quote
     * @param later what was put aside; it is not ordered and counts for no total
     * @param giftMessage for whoever gets the goods; an order says it itself
     * @param total of what is for sale; absent if nothing is, or if {@code notice} says why
     * @param merged what became of each thing in the guest's cart, only in the answer to a merge
     */
    record View(
            long version,
            List<Line> items,
            int itemCount,
            List<String> codes,
            List<Line> later,
            @Nullable String giftMessage,
            @Nullable Money total,
            @Nullable Issue notice,
            @Nullable List<MergedItem> merged) {}

    /** Why a cart cannot be ordered as it is: what is in it has to be taken out first, or fewer of it. */
    enum Issue {
        MIXED_CURRENCIES,
        TOTAL_TOO_LARGE
    }

    /**
     * @param listPrice what it costs otherwise, while it costs less
     * @param priceBefore what it cost when its owner saw it last, where that was something else
     */
    record Line(
            String sku,
            @Nullable String productId,
            String name,
            int quantity,
            Money unitPrice,
            @Nullable Money listPrice,
            @Nullable Money priceBefore,
            @Nullable Money lineTotal,
            @Nullable Notice notice) {}

    enum Notice {
        PRICE_CHANGED,
        NOT_FOR_SALE
    }
}
