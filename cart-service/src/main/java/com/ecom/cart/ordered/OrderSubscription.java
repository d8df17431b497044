package com.ecom.cart.ordered;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.ecom.cart.model.Cart;
import com.ecom.cart.model.Carts;
import com.ecom.cart.model.GuestMerges;
import com.ecom.cart.model.GuestMerges.Taken;
import com.ecom.core.fault.FaultPoint;
import com.ecom.core.inbox.Received;
import com.ecom.core.inbox.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Removes ordered items from the buyer's cart; items added since stay. Items that a guest ordered also leave the
 * customer's cart into which they were merged before the confirmation arrived.
 */
@Configuration(proxyBeanMethods = false)
class OrderSubscription {

    @Bean
    static Subscription confirmedOrders(ObjectProvider<Carts> all, GuestMerges guestMerges) {
        return Subscription.<OrderConfirmed>together("order.events")
                .on("order.confirmed.v1", OrderConfirmed.class, it -> it)
                .to(received -> {
                    var purchases = purchasesIn(received, guestMerges);
                    all.stream().forEach(carts -> settle(carts, purchases));
                });
    }

    private static List<Purchase> purchasesIn(List<Received<OrderConfirmed>> received, GuestMerges guestMerges) {
        var orders = received.stream().map(Received::content).toList();
        var taken =
                guestMerges.from(orders.stream().map(OrderConfirmed::customerId).collect(toSet()));
        var purchases = new ArrayList<Purchase>();
        for (var order : orders) {
            purchases.add(new Purchase(order.customerId(), order.orderId(), order.quantities()));
            taken.getOrDefault(order.customerId(), List.of()).stream()
                    .collect(groupingBy(Taken::account))
                    .forEach((account, goods) ->
                            purchases.add(new Purchase(account, order.orderId(), order.among(goods))));
        }
        return purchases;
    }

    /** Few buyers still have a cart when the order is confirmed, so one query reads them all. */
    private static void settle(Carts carts, List<Purchase> purchases) {
        var known = carts.of(purchases.stream().map(Purchase::owner).collect(toSet()));
        FaultPoint.pass("cart-read-before-settling");
        for (var it : purchases) {
            var cart = known.get(it.owner());
            if (cart != null && settle(carts, cart, it)) {
                known.put(it.owner(), carts.of(it.owner()));
            }
        }
    }

    /** Whether anything has left the cart. */
    private static boolean settle(Carts carts, Cart cart, Purchase purchase) {
        var settled = cart.settled(purchase.order(), purchase.quantities());
        if (settled.equals(cart)) {
            return false;
        }
        if (!carts.replace(purchase.owner(), settled)) {
            throw new OptimisticLockingFailureException("The cart of %s changed meanwhile".formatted(purchase.owner()));
        }
        return true;
    }

    record OrderConfirmed(UUID orderId, UUID customerId, List<Line> lines) {

        Map<String, Integer> quantities() {
            return lines.stream().collect(groupingBy(Line::sku, summingInt(Line::quantity)));
        }

        /** What of these goods was bought, and no more than there are of them. */
        Map<String, Integer> among(List<Taken> goods) {
            var bought = quantities();
            return goods.stream()
                    .filter(it -> bought.containsKey(it.sku()))
                    .collect(toMap(Taken::sku, it -> Math.min(it.quantity(), bought.getOrDefault(it.sku(), 0))));
        }

        record Line(String sku, int quantity) {}
    }

    record Purchase(UUID owner, UUID order, Map<String, Integer> quantities) {}
}
