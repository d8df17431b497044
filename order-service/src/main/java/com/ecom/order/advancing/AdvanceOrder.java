package com.ecom.order.advancing;

import com.ecom.core.envelope.TraceLink;
import com.ecom.core.fault.FaultPoint;
import com.ecom.core.inbox.Received;
import com.ecom.core.outbox.Outbox;
import com.ecom.order.model.FactName;
import com.ecom.order.model.Journal;
import com.ecom.order.model.Lifecycle;
import com.ecom.order.model.Order;
import com.ecom.order.model.Order.Step;
import com.ecom.order.model.OrderFact;
import com.ecom.order.model.OrderFact.ParcelSent;
import com.ecom.order.model.OrderId;
import com.ecom.order.model.OrderRefusal;
import com.ecom.order.model.OrderState.Confirmed;
import com.ecom.order.model.Orders;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@RequiredArgsConstructor
class AdvanceOrder implements Lifecycle {

    private final Orders orders;
    private final Journal journal;
    private final Outbox outbox;
    private final SagaFigures figures;
    private final TraceLink trace;
    private final Clock clock;

    @Override
    @Transactional
    public Step advance(OrderId id, OrderFact fact, String actor) {
        var before = the(orders.lock(List.of(id)), id);
        var step = decide(before, fact);
        if (step instanceof Step.Taken taken) {
            trace.continuing(before.trace(), "order " + FactName.of(fact).published(), () -> keep(taken, fact, actor));
        }
        return step;
    }

    private void keep(Step.Taken step, OrderFact fact, String actor) {
        orders.keep(List.of(step.order()));
        journal.keep(List.of(journal.note(step.order(), FactName.of(fact), actor)));
        step.events().forEach(outbox::publish);
    }

    @Override
    @Transactional
    public void insist(OrderId id, OrderFact fact, String actor) {
        if (advance(id, fact, actor) instanceof Step.Ignored(var state)) {
            throw fact instanceof ParcelSent && state instanceof Confirmed
                    ? new OrderRefusal.AllGivenBack()
                    : new OrderRefusal.NotPossibleNow(state);
        }
    }

    /** The same for many replies at once, which cost little more than one. */
    @Transactional
    void advance(List<Received<Reply>> replies) {
        var locked = orders.lock(
                replies.stream().map(it -> it.content().order()).distinct().toList());
        var changed = new LinkedHashMap<OrderId, Order>();
        var notes = new ArrayList<Journal.Note>();
        for (var it : replies) {
            var reply = it.content();
            var order = changed.getOrDefault(reply.order(), the(locked, reply.order()));
            it.whileHandled(() -> {
                if (decide(order, reply.fact()) instanceof Step.Taken(var next, var events)) {
                    changed.put(next.id(), next);
                    notes.add(journal.note(next, FactName.of(reply.fact()), reply.actor()));
                    events.forEach(outbox::publish);
                }
            });
        }
        orders.keep(changed.values());
        FaultPoint.pass("orders-kept-before-journal");
        journal.keep(notes);
    }

    private Step decide(Order order, OrderFact fact) {
        var step = order.on(fact, clock.instant());
        switch (step) {
            case Step.Ignored(var state) -> figures.ignored(state, fact);
            case Step.Taken(var next, var _) -> figures.moved(order, next);
        }
        return step;
    }

    private static Order the(Map<OrderId, Order> orders, OrderId id) {
        return Objects.requireNonNull(orders.get(id));
    }

    /** What somebody says about an order. */
    record Reply(OrderId order, OrderFact fact, String actor) {}
}
