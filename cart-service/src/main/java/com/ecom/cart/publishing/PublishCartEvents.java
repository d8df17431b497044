package com.ecom.cart.publishing;

import com.ecom.cart.model.Cart.Item;
import com.ecom.cart.model.DueCarts;
import com.ecom.cart.model.DueCarts.DueCart;
import com.ecom.cart.model.DueCarts.NextEvent;
import com.ecom.cart.model.Offer;
import com.ecom.cart.model.Offers;
import com.ecom.cart.publishing.CartEvent.CartAbandoned;
import com.ecom.cart.publishing.CartEvent.CartChanged;
import com.ecom.cart.publishing.CartEvent.Line;
import com.ecom.cart.publishing.CartEvent.NamedLine;
import com.ecom.core.outbox.Outbox;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Publishes what accounts have in their carts once they have stood for a moment, and once more when they are abandoned. Any
 * number of instances share the work. Guests cannot be written to, so nothing is published of theirs.
 */
@Component
@RequiredArgsConstructor
class PublishCartEvents {

    /** So short that nobody who changes a cart waits for it. */
    private static final int AT_ONCE = 50;

    private final DueCarts due;
    private final Offers offers;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final CartEventSettings settings;

    @Scheduled(fixedDelayString = "${ecom.cart.events.every:PT10S}")
    void publish() {
        each(NextEvent.CHANGED, settings.changedAfter(), this::changed);
        each(NextEvent.ABANDONED, settings.abandonedAfter(), this::abandoned);
    }

    private void each(NextEvent event, Duration untouched, Consumer<DueCart> publish) {
        int published;
        do {
            published = transaction.execute(_ -> {
                var carts = due.lock(event, untouched, AT_ONCE);
                carts.forEach(publish);
                return carts.size();
            });
        } while (published == AT_ONCE);
    }

    private void changed(DueCart it) {
        var lines = it.cart().items().stream()
                .map(item -> new Line(item.sku(), item.quantity()))
                .toList();
        outbox.publish(new CartChanged(it.owner(), it.cart().version(), lines, it.changedAt()));
        due.expect(it.owner(), lines.isEmpty() ? null : NextEvent.ABANDONED);
    }

    /** Says nothing of a cart in which there is nothing for sale any more. */
    private void abandoned(DueCart it) {
        var items = it.cart().items();
        var known = offers.of(items.stream().map(Item::sku).toList());
        var lines = items.stream()
                .map(item -> Optional.ofNullable(known.get(item.sku()))
                        .filter(Offer::onSale)
                        .map(offer -> new NamedLine(item.sku(), offer.name(), item.quantity())))
                .flatMap(Optional::stream)
                .toList();
        if (!lines.isEmpty()) {
            outbox.publish(new CartAbandoned(it.owner(), it.cart().version(), lines, it.changedAt()));
        }
        due.expect(it.owner(), null);
    }
}
