package com.ecom.cart.shopping;

import com.ecom.cart.model.Cart;
import com.ecom.cart.model.CartRefusal;
import com.ecom.cart.model.Offer;
import com.ecom.cart.model.Offers;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Only what is for sale, goes with what is in the cart, and can be ordered in one go. */
@Component
class AddToCart {

    private final Offers offers;
    private final CartLimits limits;

    AddToCart(Offers offers, CartLimits limits) {
        this.offers = offers;
        this.limits = limits;
    }

    UnaryOperator<Cart> more(String sku, int quantity) {
        var offer = offers.onSale(sku);
        return it -> withinLimits(sku, fitFor(offer, it).plus(sku, quantity, offer.price()));
    }

    UnaryOperator<Cart> exactly(String sku, int quantity) {
        var offer = offers.onSale(sku);
        return it -> withinLimits(sku, fitFor(offer, it).with(sku, quantity, offer.price()));
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
