package com.ecom.order.sagas;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.order.model.Lifecycle;
import com.ecom.order.model.Order;
import com.ecom.order.model.OrderFact;
import com.ecom.order.model.OrderId;
import com.ecom.order.model.OrderState.PendingStock;
import com.ecom.order.model.Orders;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.SimpleTransactionStatus;

/** Nobody is blamed for silence while our own messages do not get out. */
class WatchOverdueOrdersTests {

    private static final Duration GRACE = Duration.ofMinutes(1);

    private final List<OrderId> told = new ArrayList<>();
    private Duration deliveringFor = GRACE;
    private int deliveringUntil = Integer.MAX_VALUE;

    private final WatchOverdueOrders watch = new WatchOverdueOrders(
            new AllOverdue(),
            new Told(),
            () -> told.size() < deliveringUntil ? deliveringFor : Duration.ZERO,
            JdbcClient.create(new DriverManagerDataSource()),
            new NoTransactions(),
            new SimpleMeterRegistry(),
            GRACE);

    @Test
    void nobodyIsToldBeforeMessagesHaveFlowedForAWhile() {
        deliveringFor = GRACE.minusMillis(1);
        assertThat(watch.tellWhileMessagesFlow()).isZero();
        assertThat(told).isEmpty();
    }

    @Test
    void nobodyElseIsToldOnceMessagesHaveCeasedToFlow() {
        deliveringUntil = 3;
        assertThat(watch.tellWhileMessagesFlow()).isEqualTo(3);
        assertThat(told).hasSize(3);
    }

    @Test
    void anOperatorMayInsist() {
        deliveringUntil = 0;
        assertThat(watch.run()).isEqualTo(100);
    }

    private static final class AllOverdue implements Orders {

        @Override
        public Optional<OrderId> claimOverdue() {
            return Optional.of(new OrderId(UUID.randomUUID()));
        }

        @Override
        public Map<OrderId, Order> lock(Collection<OrderId> ids) {
            return Map.of();
        }

        @Override
        public void keep(Collection<Order> orders) {}
    }

    private final class Told implements Lifecycle {

        @Override
        public Order.Step advance(OrderId id, OrderFact fact, String actor) {
            told.add(id);
            return new Order.Step.Ignored(new PendingStock());
        }

        @Override
        public void insist(OrderId id, OrderFact fact, String actor) {}
    }

    private static final class NoTransactions implements PlatformTransactionManager {

        @Override
        public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
            return new SimpleTransactionStatus();
        }

        @Override
        public void commit(TransactionStatus status) {}

        @Override
        public void rollback(TransactionStatus status) {}
    }
}
