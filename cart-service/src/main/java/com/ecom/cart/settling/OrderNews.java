package com.ecom.cart.settling;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import com.ecom.cart.model.Carts;
import com.ecom.core.fault.FaultPoint;
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
        return Subscription.to("order.events")
                .on(
                        "order.confirmed.v1",
                        OrderConfirmed.class,
                        order -> all.stream().forEach(carts -> settle(carts, order)));
    }

    private static void settle(Carts carts, OrderConfirmed order) {
        var cart = carts.of(order.customerId());
        FaultPoint.pass("cart-read-before-settling");
        var settled = cart.settled(order.orderId(), order.quantities());
        if (!settled.equals(cart) && !carts.replace(order.customerId(), settled)) {
            throw new OptimisticLockingFailureException(
                    "The cart of %s changed meanwhile".formatted(order.customerId()));
        }
    }

    record OrderConfirmed(UUID orderId, UUID customerId, List<Line> lines) {

        Map<String, Integer> quantities() {
            return lines.stream().collect(groupingBy(Line::sku, summingInt(Line::quantity)));
        }

        record Line(String sku, int quantity) {}
    }
}
