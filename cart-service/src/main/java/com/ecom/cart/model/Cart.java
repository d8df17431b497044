package com.ecom.cart.model;

import com.ecom.core.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntUnaryOperator;

/**
 * What somebody thinks of buying, in the order in which they thought of it. Every change gives a new cart.
 *
 * @param version of the cart that was read; 0 for one that was never kept
 * @param settledOrders the last orders whose goods have left the cart, so that none takes them twice
 */
public record Cart(long version, List<Item> items, List<UUID> settledOrders) {

    public static final int MAX_ITEMS = 100;
    public static final int MAX_QUANTITY = 1_000;
    private static final int REMEMBERED_ORDERS = 20;

    public Cart {
        items = List.copyOf(items);
        settledOrders = List.copyOf(settledOrders);
    }

    public static Cart empty() {
        return new Cart(0, List.of(), List.of());
    }

    /** @param seenPrice what it cost when it was put in, so that a change can be pointed out */
    public Cart plus(String sku, int quantity, Money seenPrice) {
        return changed(sku, seenPrice, now -> Math.addExact(now, quantity));
    }

    public Cart with(String sku, int quantity, Money seenPrice) {
        return changed(sku, seenPrice, _ -> quantity);
    }

    /** @throws CartRefusal.NoSuchItem if it is not in the cart */
    public Cart without(String sku) {
        if (find(sku).isEmpty()) {
            throw new CartRefusal.NoSuchItem(sku);
        }
        return new Cart(
                version, items.stream().filter(it -> !it.sku().equals(sku)).toList(), settledOrders);
    }

    public Cart cleared() {
        return new Cart(version, List.of(), settledOrders);
    }

    /** Takes over what the other cart has more of. Merging the same cart again changes nothing; what does not fit stays behind. */
    public Cart merged(Cart other) {
        var merged = this;
        for (var item : other.items) {
            var mine = merged.find(item.sku()).map(Item::quantity).orElse(0);
            if (item.quantity() > mine && (mine > 0 || merged.items.size() < MAX_ITEMS)) {
                merged = merged.with(item.sku(), item.quantity(), item.seenPrice());
            }
        }
        return merged;
    }

    /** What an order bought leaves the cart, once. */
    public Cart settled(UUID order, Map<String, Integer> bought) {
        if (settledOrders.contains(order) || items.stream().noneMatch(it -> bought.containsKey(it.sku()))) {
            return this;
        }
        var left = items.stream()
                .map(it -> it.times(it.quantity() - bought.getOrDefault(it.sku(), 0)))
                .filter(it -> it.quantity() > 0)
                .toList();
        var remembered = new ArrayList<>(settledOrders);
        remembered.add(order);
        return new Cart(
                version,
                left,
                remembered.subList(Math.max(0, remembered.size() - REMEMBERED_ORDERS), remembered.size()));
    }

    private Optional<Item> find(String sku) {
        return items.stream().filter(it -> it.sku().equals(sku)).findFirst();
    }

    private Cart changed(String sku, Money seenPrice, IntUnaryOperator change) {
        var quantity = change.applyAsInt(find(sku).map(Item::quantity).orElse(0));
        if (quantity < 1 || quantity > MAX_QUANTITY) {
            throw new CartRefusal.QuantityOutOfRange(sku);
        }
        var item = new Item(sku, quantity, seenPrice);
        var next = new ArrayList<>(items);
        next.replaceAll(it -> it.sku().equals(sku) ? item : it);
        if (find(sku).isEmpty()) {
            next.add(item);
        }
        if (next.size() > MAX_ITEMS) {
            throw new CartRefusal.TooManyItems();
        }
        return new Cart(version, next, settledOrders);
    }

    public record Item(String sku, int quantity, Money seenPrice) {

        Item times(int other) {
            return new Item(sku, other, seenPrice);
        }
    }
}
