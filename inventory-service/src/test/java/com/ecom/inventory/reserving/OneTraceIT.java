package com.ecom.inventory.reserving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.inventory.Shelf;
import com.ecom.test.ServiceTest;
import com.ecom.test.TestBroker;
import com.ecom.test.TestTrace;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of a reservation belongs to the trace of the purchase that asked for it. */
@ServiceTest
class OneTraceIT {

    @Autowired
    TestBroker broker;

    @Autowired
    JdbcClient jdbc;

    final TestTrace purchase = TestTrace.begun();

    @Test
    void whatTheClockPutsBackOnSaleIsPutBackInTheTraceOfThePurchase() {
        var order = UUID.randomUUID().toString();
        broker.sendIn(
                purchase,
                "order.events",
                order,
                "order.created.v1",
                Map.of(
                        "orderId",
                        order,
                        "customerId",
                        UUID.randomUUID(),
                        "email",
                        "ada@example.com",
                        "lines",
                        List.of(Map.of(
                                "sku",
                                new Shelf(jdbc).with(1),
                                "quantity",
                                1,
                                "unitPrice",
                                OrderSubscriptionIT.FIVE_DOLLARS)),
                        "total",
                        OrderSubscriptionIT.FIVE_DOLLARS,
                        "createdAt",
                        "2026-01-15T10:15:30Z"));
        answered(order, "inventory.reserved.v1");
        jdbc.sql("update reservation set expires_at = now(3) - interval 1 second where order_id = ?")
                .param(order)
                .update();
        answered(order, "inventory.expired.v1");

        assertThat(broker.published("inventory.events", order))
                .hasSize(2)
                .allSatisfy(it -> assertThat(it.traceparent()).contains(purchase.id()));
    }

    private void answered(String order, String type) {
        await().until(() -> !broker.published("inventory.events", order, type).isEmpty());
    }
}
