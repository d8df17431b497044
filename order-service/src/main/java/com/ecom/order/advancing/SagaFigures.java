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
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What becomes of orders, in figures. Each begins at zero, so that the first of its kind is seen, too. */
@Component
class SagaFigures {

    private static final String SOLD = "SOLD";
    /** One of each, so that every counter begins at zero. */
    static final List<OrderState> STATES = List.of(
            new OrderState.PendingStock(),
            new OrderState.PendingPayment(),
            new OrderState.AwaitingCustomer(""),
            new OrderState.Confirming(),
            new OrderState.Capturing(),
            new Confirmed(),
            new OrderState.Shipped(),
            new OrderState.Delivered(),
            new OrderState.Cancelling(CancelReason.BY_CUSTOMER, false, false),
            new Cancelled(CancelReason.BY_CUSTOMER));

    private final MeterRegistry meters;
    private final Backlog backlog;

    SagaFigures(MeterRegistry meters, Backlog backlog) {
        this.meters = meters;
        this.backlog = backlog;
        STATES.forEach(state -> EnumSet.complementOf(EnumSet.of(FactName.ORDER_PLACED))
                .forEach(fact -> ignored(state.published(), fact)));
        ended(new Confirmed(), SOLD);
        Stream.of(CancelReason.values()).forEach(it -> ended(new Cancelled(it), it.name()));
    }

    /** Late and repeated ones, mostly. */
    void ignored(OrderState state, OrderFact fact) {
        ignored(state.published(), FactName.of(fact)).increment();
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
            case Confirmed it -> afterCommit(ended(it, SOLD)::increment);
            case Cancelled it -> afterCommit(ended(it, it.reason().name())::increment);
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
                .description("Facts that did not apply to the state of their order")
                .tags("state", state, "fact", fact.published())
                .register(meters);
    }

    private Counter ended(OrderState state, String reason) {
        return Counter.builder("ecom.orders.ended")
                .description("Orders that were sold, or not, and why not")
                .tags("state", state.published(), "reason", reason)
                .register(meters);
    }
}
