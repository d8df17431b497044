package com.ecom.order.advancing;

import com.ecom.order.model.Backlog;
import com.ecom.order.model.CancelReason;
import com.ecom.order.model.FactName;
import com.ecom.order.model.Order;
import com.ecom.order.model.OrderFact;
import com.ecom.order.model.OrderState;
import com.ecom.order.model.OrderState.Cancelled;
import com.ecom.order.model.OrderState.Confirmed;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What becomes of orders, in figures. Each begins at zero, so that the first of its kind is seen, too. */
@Component
class SagaFigures {

    private static final String SOLD = "SOLD";

    private final MeterRegistry meters;
    private final Backlog backlog;

    SagaFigures(MeterRegistry meters, Backlog backlog) {
        this.meters = meters;
        this.backlog = backlog;
        namesOf(OrderState.class)
                .forEach(state ->
                        EnumSet.complementOf(EnumSet.of(FactName.ORDER_PLACED)).forEach(fact -> ignored(state, fact)));
        ended(nameOf(Confirmed.class), SOLD);
        Stream.of(CancelReason.values()).forEach(it -> ended(nameOf(Cancelled.class), it.name()));
    }

    /** Old news, mostly. */
    void ignored(OrderState state, OrderFact fact) {
        ignored(nameOf(state.getClass()), FactName.of(fact)).increment();
    }

    /** Counted once it is committed. */
    void moved(Order before, Order after) {
        if (before.state().equals(after.state())) {
            return;
        }
        if (isWaiting(before.state()) && !isWaiting(after.state())) {
            afterCommit(backlog::answered);
        } else if (!isWaiting(before.state()) && isWaiting(after.state())) {
            afterCommit(backlog::placed);
        }
        switch (after.state()) {
            case Confirmed _ -> afterCommit(ended(nameOf(Confirmed.class), SOLD)::increment);
            case Cancelled(var reason) -> afterCommit(ended(nameOf(Cancelled.class), reason.name())::increment);
            case OrderState.PendingStock _, OrderState.Unpaid _, OrderState.Paid _, OrderState.Cancelling _ -> {}
            case OrderState.Shipped _, OrderState.Delivered _ -> {}
        }
    }

    /** Whether an order waits for the answer of a service before it is sold or not; one that waits for its customer does not. */
    private static boolean isWaiting(OrderState state) {
        return switch (state) {
            case OrderState.PendingStock _, OrderState.PendingPayment _, OrderState.Paid _ -> true;
            case OrderState.AwaitingCustomer _, OrderState.Unsold _, OrderState.Sold _ -> false;
        };
    }

    private static void afterCommit(Runnable counting) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                counting.run();
            }
        });
    }

    private Counter ignored(String state, FactName fact) {
        return Counter.builder("ecom.saga.ignored")
                .description("News about orders that did not apply to their state")
                .tags("state", state, "fact", fact.published())
                .register(meters);
    }

    private Counter ended(String state, String reason) {
        return Counter.builder("ecom.orders.ended")
                .description("Orders that were sold, or not, and why not")
                .tags("state", state, "reason", reason)
                .register(meters);
    }

    private static Stream<String> namesOf(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(SagaFigures::namesOf)
                : Stream.of(nameOf(type));
    }

    private static String nameOf(Class<?> type) {
        return type.getSimpleName();
    }
}
