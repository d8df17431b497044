package com.ecom.cart.shopping;

import com.ecom.cart.model.Cart;
import com.ecom.cart.model.Offer;
import com.ecom.cart.model.Offers;
import com.ecom.core.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A cart as its owner sees it: at today's prices, with what has changed since things were put in pointed out. */
@Component
class CartView {

    private final Offers offers;

    CartView(Offers offers) {
        this.offers = offers;
    }

    View of(Cart cart) {
        var known = offers.of(cart.items().stream().map(Cart.Item::sku).toList());
        var lines =
                cart.items().stream().map(it -> line(it, known.get(it.sku()))).toList();
        return new View(
                cart.version(),
                lines,
                lines.stream().mapToInt(Line::quantity).sum(),
                lines.stream()
                        .filter(it -> it.lineTotal() != null)
                        .map(Line::lineTotal)
                        .reduce(Money::plus)
                        .orElse(null));
    }

    private static Line line(Cart.Item item, @Nullable Offer offer) {
        if (offer == null || !offer.onSale()) {
            var name = offer == null ? item.sku() : offer.name();
            return new Line(item.sku(), null, name, item.quantity(), item.seenPrice(), null, Notice.NOT_FOR_SALE);
        }
        var notice = offer.price().equals(item.seenPrice()) ? null : Notice.PRICE_CHANGED;
        return new Line(
                item.sku(),
                offer.productId(),
                offer.name(),
                item.quantity(),
                offer.price(),
                offer.price().times(item.quantity()),
                notice);
    }

    /**
     * @param version also the ETag
     * @param total of what is for sale; absent if nothing is
     */
    record View(
            long version,
            List<Line> items,
            int itemCount,
            @Nullable Money total) {}

    record Line(
            String sku,
            @Nullable String productId,
            String name,
            int quantity,
            Money unitPrice,
            @Nullable Money lineTotal,
            @Nullable Notice notice) {}

    enum Notice {
        PRICE_CHANGED,
        NOT_FOR_SALE
    }
}
