package com.ecom.order.model;

import com.ecom.core.money.Money;
import com.ecom.order.model.Order.Step;
import com.ecom.order.model.OrderEvent.OrderRefunded;
import com.ecom.order.model.OrderEvent.RefundPayment;
import com.ecom.order.model.OrderFact.RefundFailed;
import com.ecom.order.model.OrderFact.RefundRequested;
import com.ecom.order.model.OrderFact.Refunded;
import com.ecom.order.model.Refund.Standing;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What becomes of the refunds of an order that is sold. Each counts once, whatever is repeated or late; one that failed,
 * even after it was done, stays so, and its money may be given back by another.
 */
record Refunding(Order order) {

    /** Granted while as much is left, counting what is on its way already. */
    Step giveBack(RefundRequested request) {
        var wanted = request.amount();
        var left = order.refundable();
        var possible = order.refunds().find(request.refundId()).isEmpty()
                && wanted.currency().equals(left.currency())
                && wanted.amount() > 0
                && wanted.amount() <= left.amount();
        return possible
                ? with(Refund.requested(request.refundId(), wanted), ask(request.refundId(), wanted))
                : ignored();
    }

    /** Also where it was not asked for by us; not where it failed, because payment-service never takes that back. */
    Step givenBack(Refunded it, Instant now) {
        var known = order.refunds().find(it.refundId());
        if (known.filter(refund -> refund.standing() != Standing.REQUESTED).isPresent()) {
            return ignored();
        }
        var done = Refund.done(it.refundId(), it.amount());
        var soFar = new Money(order.refunds().with(done).given(), order.total().currency());
        return with(
                done,
                new OrderRefunded(
                        order.id().value(),
                        order.customer().id(),
                        order.customer().email(),
                        it.refundId(),
                        it.amount(),
                        soFar,
                        order.total(),
                        now));
    }

    /** Also where it was done: the bank has sent the money back. */
    Step notGivenBack(RefundFailed it) {
        return order.refunds()
                .find(it.refundId())
                .filter(known -> known.standing() != Standing.FAILED)
                .map(known -> with(known.failed(it.reason())))
                .orElseGet(this::ignored);
    }

    /** Asks for each that is under way once more; asking twice gives once. */
    Step remind() {
        var owed = order.refunds().underWay().stream()
                .map(it -> ask(it.id(), it.amount()))
                .toArray(OrderEvent[]::new);
        return owed.length == 0 ? ignored() : order.remind(owed);
    }

    private OrderEvent ask(UUID refund, Money amount) {
        return new RefundPayment(order.id().value(), refund, amount);
    }

    private Step with(Refund refund, OrderEvent... events) {
        return new Step.Taken(order.with(order.refunds().with(refund)), List.of(events));
    }

    private Step ignored() {
        return new Step.Ignored(order.state());
    }
}
