package com.ecom.order.watching;

import static java.util.Objects.requireNonNull;

import com.ecom.order.model.Lifecycle;
import com.ecom.order.model.OrderFact.Overdue;
import com.ecom.order.model.OrderId;
import com.ecom.order.model.OrderRefusal.NotPossibleNow;
import com.ecom.order.model.OrderState.Cancelling;
import com.ecom.order.model.OrderState.Capturing;
import com.ecom.order.model.OrderState.Confirming;
import com.ecom.order.model.OrderState.Sold;
import com.ecom.order.model.Orders;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reminds whoever owes an order its next answer, before its time; only where a reminder is all that being overdue means. */
@Component
class AskAgain {

    private final Orders orders;
    private final Lifecycle lifecycle;

    AskAgain(Orders orders, Lifecycle lifecycle) {
        this.orders = orders;
        this.lifecycle = lifecycle;
    }

    @Transactional
    void handle(OrderId id, UUID operator) {
        var order = requireNonNull(orders.lock(Set.of(id)).get(id));
        var isOwedAnAnswer = switch (order.state()) {
            case Confirming _, Capturing _, Cancelling _ -> true;
            case Sold _ -> !order.refunds().underWay().isEmpty();
            default -> false;
        };
        if (!isOwedAnAnswer) {
            throw new NotPossibleNow(order.state());
        }
        lifecycle.insist(id, new Overdue(), operator.toString());
    }
}
