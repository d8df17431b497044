package com.ecom.order.advancing;

import com.ecom.core.outbox.Outbox;
import com.ecom.order.model.Journal;
import com.ecom.order.model.Lifecycle;
import com.ecom.order.model.Order.Step;
import com.ecom.order.model.OrderFact;
import com.ecom.order.model.OrderId;
import com.ecom.order.model.OrderRefusal;
import com.ecom.order.model.Orders;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class AdvanceOrder implements Lifecycle {

    private final Orders orders;
    private final Journal journal;
    private final Outbox outbox;
    private final MeterRegistry meters;
    private final Clock clock;

    AdvanceOrder(Orders orders, Journal journal, Outbox outbox, MeterRegistry meters, Clock clock) {
        this.orders = orders;
        this.journal = journal;
        this.outbox = outbox;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Step advance(OrderId id, OrderFact fact, String actor) {
        var step = orders.lock(id).on(fact, clock.instant());
        switch (step) {
            case Step.Taken(var order, var events) -> {
                orders.keep(order);
                journal.note(order, nameOf(fact), actor);
                events.forEach(outbox::publish);
            }
            case Step.Ignored(var state) ->
                meters.counter("ecom.saga.ignored", "state", nameOf(state), "fact", nameOf(fact))
                        .increment();
        }
        return step;
    }

    @Override
    @Transactional
    public void insist(OrderId id, OrderFact fact, String actor) {
        if (advance(id, fact, actor) instanceof Step.Ignored(var state)) {
            throw new OrderRefusal.NotPossibleNow(state);
        }
    }

    private static String nameOf(Object it) {
        return it.getClass().getSimpleName();
    }
}
