package com.ecom.cart.shopping;

import com.ecom.cart.model.Cart;
import com.ecom.cart.model.CartRefusal;
import com.ecom.cart.model.Offer;
import com.ecom.cart.model.Offers;
import com.ecom.core.idempotency.IdempotencyKey;
import java.util.function.UnaryOperator;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Only what is for sale, goes with what is in the cart, and can be ordered in one go. */
@Component
@RequiredArgsConstructor
class AddToCart {

    private final Offers offers;
    private final CartLimits limits;
    private final JsonMapper json;

    UnaryOperator<Cart> more(String sku, int quantity) {
        var offer = offers.onSale(sku);
        return it -> withinLimits(sku, fitFor(offer, it).plus(sku, quantity, offer.price()));
    }

    UnaryOperator<Cart> exactly(String sku, int quantity) {
        var offer = offers.onSale(sku);
        return it -> withinLimits(sku, fitFor(offer, it).with(sku, quantity, offer.price()));
    }

    /** What was put aside comes back, as many as there were. */
    UnaryOperator<Cart> back(String sku) {
        return it -> {
            var aside = it.aside(sku);
            var offer = offers.onSale(sku);
            return withinLimits(sku, fitFor(offer, it).withoutAside(sku).plus(sku, aside.quantity(), offer.price()));
        };
    }

    /** The same change, and nothing when it is asked for under the same key again. */
    UnaryOperator<Cart> once(@Nullable IdempotencyKey key, Object request, UnaryOperator<Cart> change) {
        if (key == null) {
            return change;
        }
        var hash = key.hashOf(request, json);
        return it -> {
            var earlier = it.addition(key.value());
            earlier.ifPresent(before -> key.replays(before.hash(), hash));
            return earlier.isPresent() ? it : change.apply(it).remembering(new Cart.Addition(key.value(), hash));
        };
    }

    private Cart fitFor(Offer offer, Cart cart) {
        var known = offers.of(cart.items().stream().map(Cart.Item::sku).toList());
        if (!cart.goesWith(offer, known)) {
            throw new CartRefusal.MixedCurrencies(offer.sku());
        }
        return cart;
    }

    private Cart withinLimits(String sku, Cart cart) {
        if (cart.find(sku).filter(it -> it.quantity() > limits.perSku()).isPresent()) {
            throw new CartRefusal.TooManyOfOne(sku, limits.perSku());
        }
        return cart;
    }
}
