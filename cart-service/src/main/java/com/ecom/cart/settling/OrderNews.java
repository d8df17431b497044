package com.ecom.cart.settling;

import com.ecom.core.fault.FaultPoint;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static java.util.stream.Collectors.toSet;

import com.ecom.cart.model.Cart;
import com.ecom.cart.model.Carts;
import com.ecom.core.inbox.News;
import com.ecom.core.inbox.Subscription;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.OptimisticLockingFailureException;

/** What was bought leaves its buyer's cart, whichever kind of cart that is; what was put in meanwhile stays. */
@Configuration(proxyBeanMethods = false)
class OrderNews {

    @Bean
    static Subscription confirmedOrders(ObjectProvider<Carts> all) {
        return Subscription.<OrderConfirmed>together("order.events")
                .on("order.confirmed.v1", OrderConfirmed.class, it -> it)
                .to(news -> all.stream().forEach(carts -> settle(carts, news)));
    }

    /** Nearly nobody still has a cart when the order is confirmed, so all are looked for at once. */
    private static void settle(Carts carts, List<News<OrderConfirmed>> news) {
        var buyers = news.stream().map(it -> it.content().customerId()).collect(toSet());
        var known = carts.of(buyers);
        FaultPoint.pass("cart-read-before-settling");
        for (var it : news) {
            var order = it.content();
            var cart = known.get(order.customerId());
            if (cart != null && settle(carts, cart, order)) {
                known.put(order.customerId(), carts.of(order.customerId()));
            }
        }
    }

    /** Whether anything has left the cart. */
    private static boolean settle(Carts carts, Cart cart, OrderConfirmed order) {
        var settled = cart.settled(order.orderId(), order.quantities());
        if (settled.equals(cart)) {
            return false;
        }
        if (!carts.replace(order.customerId(), settled)) {
            throw new OptimisticLockingFailureException(
                    "The cart of %s changed meanwhile".formatted(order.customerId()));
        }
        return true;
    }

    record OrderConfirmed(UUID orderId, UUID customerId, List<Line> lines) {

        Map<String, Integer> quantities() {
            return lines.stream().collect(groupingBy(Line::sku, summingInt(Line::quantity)));
        }

        record Line(String sku, int quantity) {}
    }
}
