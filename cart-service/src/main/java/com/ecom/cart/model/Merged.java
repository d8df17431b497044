package com.ecom.cart.model;

import com.ecom.cart.model.Cart.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
     * Merging the same cart again changes nothing, because of each thing the larger quantity counts.
     *
     * @param offers of all that is in either
     */
    public static Merged of(Cart mine, Cart other, Map<String, Offer> offers) {
        var cart = mine;
        var items = new ArrayList<MergedItem>();
        for (var item : other.items()) {
            var had = cart.find(item.sku());
            var left = had.isPresent() ? null : whyItDoesNotFit(item, cart, offers);
            if (left != null) {
                items.add(new MergedItem(item.sku(), item.quantity(), 0, MergedItem.Result.LEFT, left));
            } else if (had.isEmpty()) {
                cart = cart.with(item.sku(), item.quantity(), item.seenPrice());
                items.add(new MergedItem(item.sku(), item.quantity(), item.quantity(), MergedItem.Result.MOVED, null));
            } else {
                var more = Math.max(0, item.quantity() - had.get().quantity());
                cart = more == 0 ? cart : cart.plus(item.sku(), more, item.seenPrice());
                var result = more == 0 ? MergedItem.Result.KEPT : MergedItem.Result.RAISED;
                items.add(new MergedItem(item.sku(), item.quantity(), more, result, null));
            }
        }
        return new Merged(cart, items);
    }

    private static MergedItem.@Nullable Reason whyItDoesNotFit(Item item, Cart cart, Map<String, Offer> offers) {
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
