package com.ecom.cart.persistence;

import com.ecom.cart.model.Cart;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A cart as the JSON it is kept as. */
@Component
class CartDocument {

    private final JsonMapper json;

    CartDocument(JsonMapper json) {
        this.json = json;
    }

    Cart read(String document) {
        return json.readValue(document, Cart.class);
    }

    /** The cart as its next version. */
    String next(Cart cart) {
        return json.writeValueAsString(new Cart(cart.version() + 1, cart.items(), cart.settledOrders()));
    }
}
