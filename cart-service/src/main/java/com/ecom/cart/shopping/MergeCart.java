package com.ecom.cart.shopping;

import static java.util.Objects.requireNonNull;

import com.ecom.cart.model.Cart;
import com.ecom.cart.model.GuestMerges;
import com.ecom.cart.model.Merged;
import com.ecom.cart.model.Offers;
import com.ecom.core.security.Caller;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes over what a guest's cart has more of. What was taken over is kept with the change of the cart, and leaves the guest's
 * cart only after both: so nothing is lost in between, and a repeated merge finds nothing left to take over.
 */
@Component
class MergeCart {

    private final EditCart editCart;
    private final Offers offers;
    private final GuestMerges guestMerges;
    private final CartLimits limits;
    private final TransactionTemplate transaction;

    MergeCart(
            EditCart editCart,
            Offers offers,
            GuestMerges guestMerges,
            CartLimits limits,
            PlatformTransactionManager transactions) {
        this.limits = limits;
        this.editCart = editCart;
        this.offers = offers;
        this.guestMerges = guestMerges;
        this.transaction = new TransactionTemplate(transactions);
    }

    Merged handle(Caller caller, UUID guest) {
        var brought = editCart.readGuest(guest);
        var merged = requireNonNull(transaction.execute(_ -> {
            var latest = new AtomicReference<Merged>();
            var cart = editCart.handle(caller, null, mine -> {
                var skus = Stream.concat(mine.items().stream(), brought.items().stream());
                var result = Merged.of(
                        mine,
                        brought,
                        offers.of(skus.map(Cart.Item::sku).distinct().toList()),
                        limits.perSku());
                latest.set(result);
                return result.cart();
            });
            var result = requireNonNull(latest.get());
            guestMerges.record(guest, caller.id(), result.items());
            return new Merged(cart, result.items());
        }));
        var taken = merged.takenFrom(brought);
        editCart.handleGuest(guest, it -> it.withoutAll(taken));
        return merged;
    }
}
