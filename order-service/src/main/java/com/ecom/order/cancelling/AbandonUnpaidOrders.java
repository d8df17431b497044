package com.ecom.order.cancelling;

import com.ecom.core.outbox.RelayHealth;
import com.ecom.order.model.CancelReason;
import com.ecom.order.model.Lifecycle;
import com.ecom.order.model.OrderFact.CancelRequested;
import com.ecom.order.model.OrderId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Gives up, by the database's clock, what waits too long for stock or payment. While our own messages do not get out
 * nobody can answer us, so nobody is blamed for silence.
 */
@Component
class AbandonUnpaidOrders {

    private static final Logger log = LoggerFactory.getLogger(AbandonUnpaidOrders.class);

    private final JdbcClient jdbc;
    private final Lifecycle orders;
    private final RelayHealth relay;

    AbandonUnpaidOrders(JdbcClient jdbc, Lifecycle orders, RelayHealth relay) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.relay = relay;
    }

    @Scheduled(fixedDelayString = "${ecom.orders.sweep-interval:PT10S}")
    void sweep() {
        if (!relay.delivering()) {
            return;
        }
        for (var id : overdue()) {
            try {
                // Another instance, or an answer, may have been faster: then this does not apply any more.
                orders.advance(OrderId.of(id), new CancelRequested(CancelReason.TIMED_OUT), "order-service");
            } catch (RuntimeException e) {
                log.warn("Order {} stays for the next sweep", id, e);
            }
        }
    }

    private java.util.List<String> overdue() {
        return jdbc.sql("select id from orders where deadline < now(3) order by deadline limit 100")
                .query(String.class)
                .list();
    }
}
