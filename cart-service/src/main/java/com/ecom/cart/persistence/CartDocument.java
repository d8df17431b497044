package com.ecom.cart.persistence;

import static java.util.Objects.requireNonNullElse;

import com.ecom.cart.model.Cart;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A cart as the JSON it is kept as. */
@Component
class CartDocument {

    private final JsonMapper json;

    CartDocument(JsonMapper json) {
        // What another release has kept may say more than this one asks.
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    Cart read(String document) {
        var kept = json.readValue(document, Kept.class);
        return new Cart(
                kept.version,
                kept.items,
                kept.settledOrders,
                requireNonNullElse(kept.codes, List.of()),
                requireNonNullElse(kept.later, List.of()),
                requireNonNullElse(kept.additions, List.of()),
                kept.giftMessage);
    }

    /** The cart as its next version. */
    String next(Cart cart) {
        var next = cart.next();
        return json.writeValueAsString(new Kept(
                next.version(),
                next.items(),
                next.settledOrders(),
                next.codes(),
                next.later(),
                next.additions(),
                next.giftMessage()));
    }

    /** @param codes absent in carts of earlier times, and where there are none; so are the others that follow */
    private record Kept(
            long version,
            List<Cart.Item> items,
            List<UUID> settledOrders,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
            List<String> codes,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
            List<Cart.Item> later,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
            List<Cart.Addition> additions,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String giftMessage) {}
}
