package com.ecom.cart.model;

import com.ecom.cart.model.Cart.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One cart with what another had more of, and what became of each thing in the other.
 *
 * @param items in the order of the other cart
 */
public record Merged(Cart cart, List<MergedItem> items) {

    public Merged {
        items = List.copyOf(items);
    }

    /**
     * Merging the same cart again changes nothing, because of each thing the larger quantity counts, and each code once.
     *
     * @param offers of all that is in either
     * @param perSku the most of one thing that goes from one cart into another
     */
    public static Merged of(Cart mine, Cart other, Map<String, Offer> offers, int perSku) {
        var cart = mine.withAsideOf(other)
                .withCodes(Stream.concat(mine.codes().stream(), other.codes().stream())
                        .toList())
                .withGiftMessage(mine.giftMessage() == null ? other.giftMessage() : mine.giftMessage());
        var items = new ArrayList<MergedItem>();
        for (var item : other.items()) {
            var had = cart.find(item.sku());
            var more = item.quantity() - had.map(Item::quantity).orElse(0);
            var left = whyItDoesNotFit(item, cart, more, offers, perSku);
            if (left != null) {
                items.add(new MergedItem(item.sku(), item.quantity(), 0, MergedItem.Result.LEFT, left));
            } else if (had.isEmpty()) {
                cart = cart.with(item.sku(), item.quantity(), item.seenPrice());
                items.add(new MergedItem(item.sku(), item.quantity(), item.quantity(), MergedItem.Result.MOVED, null));
            } else if (more > 0) {
                cart = cart.plus(item.sku(), more, item.seenPrice());
                items.add(new MergedItem(item.sku(), item.quantity(), more, MergedItem.Result.RAISED, null));
            } else {
                items.add(new MergedItem(item.sku(), item.quantity(), 0, MergedItem.Result.KEPT, null));
            }
        }
        return new Merged(cart, items);
    }

    private static MergedItem.@Nullable Reason whyItDoesNotFit(
            Item item, Cart cart, int more, Map<String, Offer> offers, int perSku) {
        if (more > 0 && item.quantity() > perSku) {
            return MergedItem.Reason.TOO_MANY_OF_ONE;
        }
        if (cart.find(item.sku()).isPresent()) {
            return null;
        }
        var offer = offers.get(item.sku());
        if (offer != null && offer.onSale() && !cart.goesWith(offer, offers)) {
            return MergedItem.Reason.MIXED_CURRENCIES;
        }
        return cart.items().size() < Cart.MAX_ITEMS ? null : MergedItem.Reason.TOO_MANY_ITEMS;
    }

    /** What the other cart need not hold any longer. */
    public List<Item> takenFrom(Cart other) {
        return other.items().stream()
                .filter(it -> items.stream()
                        .anyMatch(merged -> merged.sku().equals(it.sku()) && merged.result() != MergedItem.Result.LEFT))
                .toList();
    }
}
