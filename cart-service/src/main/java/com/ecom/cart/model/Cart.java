package com.ecom.cart.model;

import com.ecom.core.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The items that a visitor may buy, in the order in which they were added. Every change gives a new cart.
 *
 * @param version of the cart that was read; 0 for one that was never kept
 * @param settledOrders the last orders whose goods have left the cart, so that none takes them twice
 * @param codes of promotions that the visitor has entered; whether they count is for order-service to say
 * @param later what the visitor may want another time; it is not ordered
 * @param additions the last ones that a client has given a key, so that their repetition adds nothing
 * @param giftMessage what whoever gets the goods is to read
 */
public record Cart(
        long version,
        List<Item> items,
        List<UUID> settledOrders,
        List<String> codes,
        List<Item> later,
        List<Addition> additions,
        @Nullable String giftMessage) {

    public static final int MAX_ITEMS = 100;
    /** The most that can be asked for; a shop may allow less. */
    public static final int MAX_QUANTITY = 1_000;
    /** As many as a quote takes. */
    public static final int MAX_CODES = 5;

    private static final int REMEMBERED_ORDERS = 20;
    private static final int REMEMBERED_ADDITIONS = 20;

    public Cart {
        items = List.copyOf(items);
        settledOrders = List.copyOf(settledOrders);
        codes = List.copyOf(codes);
        later = List.copyOf(later);
        additions = List.copyOf(additions);
    }

    public static Cart empty() {
        return new Cart(0, List.of(), List.of(), List.of(), List.of(), List.of(), null);
    }

    /** The same as it is kept next. */
    public Cart next() {
        return new Cart(version + 1, items, settledOrders, codes, later, additions, giftMessage);
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
        return of(items.stream().filter(it -> !it.sku().equals(sku)).toList());
    }

    /** Without goods, codes and message; what is for later stays. */
    public Cart cleared() {
        return new Cart(version, List.of(), settledOrders, List.of(), later, additions, null);
    }

    /**
     * Puts something aside.
     *
     * @throws CartRefusal.NoSuchItem if it is not in the cart
     */
    public Cart putAside(String sku) {
        var item = find(sku).orElseThrow(() -> new CartRefusal.NoSuchItem(sku));
        return without(sku)
                .withLater(Stream.concat(later.stream().filter(it -> !it.sku().equals(sku)), Stream.of(item))
                        .toList());
    }

    /** @throws CartRefusal.NoSuchItem if it is not put aside */
    public Item aside(String sku) {
        return later.stream()
                .filter(it -> it.sku().equals(sku))
                .findFirst()
                .orElseThrow(() -> new CartRefusal.NoSuchItem(sku));
    }

    /** @throws CartRefusal.NoSuchItem if it is not put aside */
    public Cart withoutAside(String sku) {
        var item = aside(sku);
        return withLater(later.stream().filter(it -> !it.equals(item)).toList());
    }

    /** With what another cart has put aside besides. */
    Cart withAsideOf(Cart other) {
        var more = other.later.stream()
                .filter(it -> later.stream().noneMatch(mine -> mine.sku().equals(it.sku())));
        return withLater(Stream.concat(later.stream(), more).limit(MAX_ITEMS).toList());
    }

    /** The addition that was made under this key lately. */
    public Optional<Addition> addition(String key) {
        return additions.stream().filter(it -> it.key().equals(key)).findFirst();
    }

    public Cart remembering(Addition addition) {
        var all = new ArrayList<>(additions);
        all.add(addition);
        return new Cart(
                version,
                items,
                settledOrders,
                codes,
                later,
                all.subList(Math.max(0, all.size() - REMEMBERED_ADDITIONS), all.size()),
                giftMessage);
    }

    /** With these codes instead of others; a code that is there twice counts once, and case and hyphens do not. */
    public Cart withCodes(List<String> entered) {
        var kept = entered.stream()
                .map(it -> it.replace("-", "").toUpperCase(Locale.ROOT))
                .distinct()
                .limit(MAX_CODES)
                .toList();
        return new Cart(version, items, settledOrders, kept, later, additions, giftMessage);
    }

    /** With this message instead of another; none if it is blank. */
    public Cart withGiftMessage(@Nullable String message) {
        var kept = message == null || message.isBlank() ? null : message;
        return new Cart(version, items, settledOrders, codes, later, additions, kept);
    }

    /** Without the items that are still as they are there. */
    public Cart withoutAll(List<Item> others) {
        return of(items.stream().filter(it -> !others.contains(it)).toList());
    }

    /** What an order bought leaves the cart, once, and with it the codes and the message. */
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
                remembered.subList(Math.max(0, remembered.size() - REMEMBERED_ORDERS), remembered.size()),
                List.of(),
                later,
                additions,
                null);
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
        return of(next);
    }

    private Cart of(List<Item> others) {
        return new Cart(version, others, settledOrders, codes, later, additions, giftMessage);
    }

    private Cart withLater(List<Item> others) {
        if (others.size() > MAX_ITEMS) {
            throw new CartRefusal.TooManyItems();
        }
        return new Cart(version, items, settledOrders, codes, others, additions, giftMessage);
    }

    /** @param hash of what was asked for under that key */
    public record Addition(String key, String hash) {}

    public record Item(String sku, int quantity, Money seenPrice) {

        Item times(int other) {
            return new Item(sku, other, seenPrice);
        }
    }
}
