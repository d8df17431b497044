package com.ecom.order.refunding;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import com.ecom.core.fault.FaultPoint;
import com.ecom.core.idempotency.Idempotency;
import com.ecom.core.idempotency.IdempotencyKey;
import com.ecom.core.money.Money;
import com.ecom.order.model.Lifecycle;
import com.ecom.order.model.Order;
import com.ecom.order.model.OrderFact.RefundRequested;
import com.ecom.order.model.OrderId;
import com.ecom.order.model.OrderRefusal;
import com.ecom.order.model.OrderState.Sold;
import com.ecom.order.model.Orders;
import com.ecom.order.model.shares.Share;
import com.ecom.order.model.shares.Share.ShippingBack;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The order is locked while it is decided, so that refunds at the same moment never exceed what is left together. */
@Component
@RequiredArgsConstructor
class RefundOrder {

    private final Orders orders;
    private final Lifecycle lifecycle;
    private final RefundList list;
    private final Idempotency idempotency;

    @Transactional
    Accepted handle(IdempotencyKey key, OrderId id, RefundRequest request) {
        return idempotency.once(key, request, Accepted.class, () -> {
            var order = sold(id);
            var share = shareOf(order, request);
            var amount = new Money(share.amount(), order.paid().currency());
            var refund = key.toId();
            lifecycle.insist(
                    id, new RefundRequested(refund, amount), key.caller().toString());
            FaultPoint.pass("refund-decided-before-explained");
            list.explain(order, refund, key.caller(), request, share);
            return new Accepted(refund, id.value(), amount, "REQUESTED");
        });
    }

    @Transactional
    Preview preview(OrderId id, PreviewRequest request) {
        var order = sold(id);
        var share = shareOf(order, request);
        var currency = order.paid().currency();
        return new Preview(new Money(share.amount(), currency), order.refundable(), RefundParts.of(share, currency));
    }

    private Order sold(OrderId id) {
        var order = requireNonNull(orders.lock(Set.of(id)).get(id));
        if (!(order.state() instanceof Sold)) {
            throw new OrderRefusal.NotPossibleNow(order.state());
        }
        return order;
    }

    /** Each unit goes back once, at the share that was paid for it; never more than is left of the order. */
    private Share shareOf(Order order, Terms terms) {
        var amount = terms.amount();
        if (amount != null && !amount.currency().equals(order.paid().currency())) {
            throw new OrderRefusal.MixedCurrencies();
        }
        var ledger = list.ledgerOf(order);
        var share = amount != null
                ? ledger.ofAmount(amount.amount())
                : ledger.ofUnits(unitsOf(terms), requireNonNullElse(terms.shipping(), ShippingBack.NONE));
        if (share.amount() > order.refundable().amount()) {
            throw new OrderRefusal.MoreThanIsLeft(order.refundable());
        }
        return share;
    }

    private static Map<String, Integer> unitsOf(Terms terms) {
        return requireNonNull(terms.lines()).stream()
                .collect(groupingBy(RefundLine::sku, summingInt(RefundLine::quantity)));
    }
}
