package com.ecom.review;

import com.ecom.core.inbox.Subscription;
import com.ecom.core.privacy.ErasedSubjects;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which customer has received which product, by delivered orders; nothing is kept of erased customers. */
@Repository
@RequiredArgsConstructor
class Purchases {

    private final JdbcClient jdbc;
    private final ErasedSubjects erased;

    @Bean
    static Subscription deliveries(Purchases purchases) {
        return Subscription.to("order.events").on("order.delivered.v1", OrderDelivered.class, purchases::record);
    }

    boolean exists(UUID customer, String product) {
        return !erased.contain(customer) && isRecorded(customer, product);
    }

    void record(OrderDelivered order) {
        if (erased.contain(order.customerId())) {
            return;
        }
        for (var line : order.lines()) {
            jdbc.sql(
                            "insert ignore into purchase (customer, product_id, order_id) values (:customer, :product, :order)")
                    .param("customer", order.customerId().toString())
                    .param("product", line.productId())
                    .param("order", order.orderId().toString())
                    .update();
        }
    }

    private boolean isRecorded(UUID customer, String product) {
        return jdbc.sql("select exists(select 1 from purchase where customer = :customer and product_id = :product)")
                .param("customer", customer.toString())
                .param("product", product)
                .query(Boolean.class)
                .single();
    }

    record OrderDelivered(UUID orderId, UUID customerId, List<Line> lines) {
        record Line(String productId) {}
    }
}
