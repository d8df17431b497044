package com.ecom.cart.model;

import com.ecom.core.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntUnaryOperator;

/**
 * The items that a visitor may buy, in the order in which they were added. Every change gives a new cart.
 *
 * @param version of the cart that was read; 0 for one that was never kept
 * @param settledOrders the last orders whose goods have left the cart, so that none takes them twice
 */
public record Cart(long version, List<Item> items, List<UUID> settledOrders) {

    public static final int MAX_ITEMS = 100;
    /** The most that can be asked for; a shop may allow less. */
    public static final int MAX_QUANTITY = 1_000;

    private static final int REMEMBERED_ORDERS = 20;

    public Cart {
        items = List.copyOf(items);
        settledOrders = List.copyOf(settledOrders);
    }

    public static Cart empty() {
        return new Cart(0, List.of(), List.of());
    }

    /** @param seenPrice what it costs now; of what is there already a change of price stays pointed out */
    public Cart plus(String sku, int quantity, Money seenPrice) {
        var seenFirst = find(sku).map(Item::seenPrice).orElse(seenPrice);
        return changed(sku, seenFirst, now -> Math.addExact(now, quantity));
    }

    /** @param seenPrice the current price, which the visitor has seen */
    public Cart with(String sku, int quantity, Money seenPrice) {
        return changed(sku, seenPrice, _ -> quantity);
    }

    /** Whether it is here already, or sold in the currency of all that is here and for sale. */
    public boolean goesWith(Offer offer, Map<String, Offer> offers) {
        return find(offer.sku()).isPresent()
                || items.stream()
                        .map(it -> offers.get(it.sku()))
                        .allMatch(it -> it == null || !it.onSale() || it.isInTheCurrencyOf(offer));
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

    /** Without the items that are still as they are there. */
    public Cart withoutAll(List<Item> others) {
        return new Cart(
                version, items.stream().filter(it -> !others.contains(it)).toList(), settledOrders);
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

    public Optional<Item> find(String sku) {
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
