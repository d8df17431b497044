package com.ecom.order.sagas;

import static java.util.Objects.requireNonNull;

import com.ecom.order.model.Lifecycle;
import com.ecom.order.model.OrderFact.Overdue;
import com.ecom.order.model.OrderId;
import com.ecom.order.model.OrderRefusal.NotPossibleNow;
import com.ecom.order.model.Orders;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reminds the service that owes an order its next answer, before its time; only where being overdue means no more. */
@Component
@RequiredArgsConstructor
class NudgeSaga {

    private final Orders orders;
    private final Lifecycle lifecycle;

    @Transactional
    void handle(OrderId id, UUID operator) {
        var order = requireNonNull(orders.lock(Set.of(id)).get(id));
        if (order.owedBy().isEmpty() || !order.state().isReminded()) {
            throw new NotPossibleNow(order.state());
        }
        lifecycle.insist(id, new Overdue(), operator.toString());
    }
}
