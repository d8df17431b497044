package com.ecom.cart.shopping;

import com.ecom.cart.model.Cart;
import com.ecom.cart.model.CartRefusal;
import com.ecom.cart.model.Carts;
import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.core.security.Caller;
import java.time.Duration;
import java.util.UUID;
import java.util.function.UnaryOperator;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.stereotype.Component;

/** Changes a cart; of changes that come at the same moment none is lost. */
@Component
@RequiredArgsConstructor
class EditCart {

    private static final RetryTemplate AGAIN = new RetryTemplate(RetryPolicy.builder()
            .maxRetries(8)
            .delay(Duration.ofMillis(5))
            .jitter(Duration.ofMillis(5))
            .includes(CartRefusal.ChangedMeanwhile.class)
            .build());

    @Qualifier("customerCarts")
    private final Carts customerCarts;

    @Qualifier("guestCarts")
    private final Carts guestCarts;

    Cart read(Caller caller) {
        return cartsOf(caller).of(caller.id());
    }

    Cart readGuest(UUID guest) {
        return guestCarts.of(guest);
    }

    /**
     * @param expected the versions that the caller means, if they care
     * @throws CartRefusal.ChangedMeanwhile if it is another one by now
     */
    Cart handle(Caller caller, @Nullable IfMatch expected, UnaryOperator<Cart> edit) {
        var carts = cartsOf(caller);
        return expected == null ? again(carts, caller.id(), edit) : once(carts, caller.id(), expected, edit);
    }

    Cart handleGuest(UUID guest, UnaryOperator<Cart> edit) {
        return again(guestCarts, guest, edit);
    }

    private static Cart again(Carts carts, UUID owner, UnaryOperator<Cart> edit) {
        try {
            return java.util.Objects.requireNonNull(AGAIN.execute(() -> once(carts, owner, null, edit)));
        } catch (RetryException e) {
            throw e.getCause() instanceof RuntimeException it ? it : new IllegalStateException(e);
        }
    }

    private static Cart once(Carts carts, UUID owner, @Nullable IfMatch expected, UnaryOperator<Cart> edit) {
        var cart = carts.of(owner);
        if (expected != null && !expected.admits(cart.version())) {
            throw new CartRefusal.ChangedMeanwhile();
        }
        var edited = edit.apply(cart);
        if (edited.equals(cart)) {
            return cart;
        }
        if (!carts.replace(owner, edited)) {
            throw new CartRefusal.ChangedMeanwhile();
        }
        return edited.next();
    }

    private Carts cartsOf(Caller caller) {
        return caller.has(Role.CUSTOMER) ? customerCarts : guestCarts;
    }
}
