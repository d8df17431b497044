package com.ecom.review;

import com.ecom.core.inbox.Subscription;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who has received what, by the orders that were delivered. */
@Repository
class Purchases {

    private final JdbcClient jdbc;

    Purchases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Bean
    static Subscription deliveries(Purchases purchases) {
        return Subscription.to("order.events").on("order.delivered.v1", OrderDelivered.class, purchases::note);
    }

    boolean exists(UUID customer, String product) {
        return jdbc.sql("select exists(select 1 from purchase where customer = :customer and product_id = :product)")
                .param("customer", customer.toString())
                .param("product", product)
                .query(Boolean.class)
                .single();
    }

    void note(OrderDelivered order) {
        for (var line : order.lines()) {
            jdbc.sql(
                            "insert ignore into purchase (customer, product_id, order_id) values (:customer, :product, :order)")
                    .param("customer", order.customerId().toString())
                    .param("product", line.productId())
                    .param("order", order.orderId().toString())
                    .update();
        }
    }

    record OrderDelivered(UUID orderId, UUID customerId, List<Line> lines) {
        record Line(String productId) {}
    }
}
