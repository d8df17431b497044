package com.ecom.order.sagas;

import com.ecom.core.fault.FaultPoint;
import com.ecom.core.outbox.RelayHealth;
import com.ecom.order.model.Lifecycle;
import com.ecom.order.model.OrderFact.Overdue;
import com.ecom.order.model.Orders;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells overdue orders that they are, by the database's clock, each in a short transaction of its own. While our own
 * messages do not get out nobody can answer us, so nobody is blamed for silence until they have flowed again for a
 * while.
 */
@Component
class WatchOverdueOrders {

    private static final int AT_ONCE = 100;
    /** With seven and a half minutes of reminders behind it, an order needs a person. */
    static final int STUCK_AFTER = 4;

    private final Orders orders;
    private final Lifecycle lifecycle;
    private final RelayHealth relay;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Duration grace;
    private final AtomicLong stuck;

    WatchOverdueOrders(
            Orders orders,
            Lifecycle lifecycle,
            RelayHealth relay,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            MeterRegistry meters,
            @Value("${ecom.orders.grace}") Duration grace) {
        this.orders = orders;
        this.lifecycle = lifecycle;
        this.relay = relay;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.grace = grace;
        this.stuck = new AtomicLong();
        Gauge.builder("ecom.saga.stuck", stuck, AtomicLong::get)
                .description("Orders that wait for an answer although it was asked for four times")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "${ecom.orders.sweep-interval:PT10S}")
    void sweep() {
        countStuck();
        tellWhileMessagesFlow();
    }

    /** They may cease to flow after any order. */
    int tellWhileMessagesFlow() {
        return tellWhile(this::messagesFlow);
    }

    /** Handles what is overdue now, at most a hundred orders, and returns how many. */
    int run() {
        return tellWhile(() -> true);
    }

    private int tellWhile(BooleanSupplier mayGoOn) {
        int handled = 0;
        while (handled < AT_ONCE && mayGoOn.getAsBoolean() && handleOne()) {
            handled++;
        }
        return handled;
    }

    private boolean messagesFlow() {
        return relay.deliveringFor().compareTo(grace) >= 0;
    }

    private boolean handleOne() {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            var overdue = orders.claimOverdue();
            overdue.ifPresent(it -> {
                FaultPoint.pass("overdue-order-claimed-before-step");
                lifecycle.advance(it, new Overdue(), "order-service");
            });
            return overdue.isPresent();
        }));
    }

    private void countStuck() {
        stuck.set(jdbc.sql("select count(*) from orders where deadline is not null and reminders >= :stuck")
                .param("stuck", STUCK_AFTER)
                .query(Long.class)
                .single());
    }
}
