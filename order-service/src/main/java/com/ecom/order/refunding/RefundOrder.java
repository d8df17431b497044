package com.ecom.order.refunding;

import static java.util.Objects.requireNonNull;

import com.ecom.core.fault.FaultPoint;
import com.ecom.core.idempotency.Idempotency;
import com.ecom.core.idempotency.IdempotencyKey;
import com.ecom.core.money.Money;
import com.ecom.order.model.Lifecycle;
import com.ecom.order.model.Order;
import com.ecom.order.model.OrderFact.RefundRequested;
import com.ecom.order.model.OrderId;
import com.ecom.order.model.OrderLine;
import com.ecom.order.model.OrderRefusal;
import com.ecom.order.model.OrderState.Sold;
import com.ecom.order.model.Orders;
import com.ecom.order.refunding.RefundController.Accepted;
import com.ecom.order.refunding.RefundController.RefundLine;
import com.ecom.order.refunding.RefundController.RefundRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The order is locked while it is decided, so that refunds at the same moment never exceed what is left together. */
@Component
class RefundOrder {

    private final Orders orders;
    private final Lifecycle lifecycle;
    private final RefundList list;
    private final Idempotency idempotency;

    RefundOrder(Orders orders, Lifecycle lifecycle, RefundList list, Idempotency idempotency) {
        this.orders = orders;
        this.lifecycle = lifecycle;
        this.list = list;
        this.idempotency = idempotency;
    }

    @Transactional
    Accepted handle(IdempotencyKey key, OrderId id, RefundRequest request) {
        return idempotency.once(key, request, Accepted.class, () -> {
            var order = requireNonNull(orders.lock(Set.of(id)).get(id));
            if (!(order.state() instanceof Sold)) {
                throw new OrderRefusal.NotPossibleNow(order.state());
            }
            var amount = amountOf(request, order);
            refuseWhatIsNotLeft(amount, order);
            var refund = key.toId();
            lifecycle.insist(
                    id, new RefundRequested(refund, amount), key.caller().toString());
            FaultPoint.pass("refund-decided-before-explained");
            list.explain(order, refund, key.caller(), request);
            return new Accepted(refund, id.value(), amount, "REQUESTED");
        });
    }

    private Money amountOf(RefundRequest request, Order order) {
        return request.lines() == null ? requireNonNull(request.amount()) : priceOf(request.lines(), order);
    }

    private static void refuseWhatIsNotLeft(Money amount, Order order) {
        var left = order.refundable();
        if (!amount.currency().equals(left.currency())) {
            throw new OrderRefusal.MixedCurrencies();
        }
        if (amount.amount() <= 0) {
            throw new OrderRefusal.NothingToRefund();
        }
        if (amount.amount() > left.amount()) {
            throw new OrderRefusal.MoreThanIsLeft(left);
        }
    }

    /** Each unit is paid back once, at the price it was sold for. */
    private Money priceOf(List<RefundLine> wanted, Order order) {
        var units = new HashMap<>(list.unitsOf(order.id()));
        wanted.forEach(it -> units.merge(it.sku(), it.quantity(), Integer::sum));
        var tooMany = wanted.stream()
                .map(RefundLine::sku)
                .distinct()
                .filter(it -> units.getOrDefault(it, 0) > soldOf(it, order))
                .toList();
        if (!tooMany.isEmpty()) {
            throw new OrderRefusal.NotThatManySold(tooMany);
        }
        return wanted.stream()
                .map(it -> unitPriceOf(it.sku(), order).times(it.quantity()))
                .reduce(Money::plus)
                .orElseThrow();
    }

    private static int soldOf(String sku, Order order) {
        return order.lines().stream()
                .filter(it -> it.sku().equals(sku))
                .mapToInt(OrderLine::quantity)
                .sum();
    }

    private static Money unitPriceOf(String sku, Order order) {
        return order.lines().stream()
                .filter(it -> it.sku().equals(sku))
                .map(OrderLine::unitPrice)
                .findFirst()
                .orElseThrow();
    }
}
