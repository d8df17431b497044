package com.ecom.order.placing;

import com.ecom.core.fault.FaultPoint;
import com.ecom.core.idempotency.IdempotencyKey;
import com.ecom.core.outbox.Outbox;
import com.ecom.order.model.Customer;
import com.ecom.order.model.Journal;
import com.ecom.order.model.Order;
import com.ecom.order.model.OrderId;
import com.ecom.order.model.OrderRefusal;
import com.ecom.order.placing.PlaceOrderController.Checkout;
import com.ecom.order.placing.PlaceOrderController.Item;
import com.ecom.order.placing.PlaceOrderController.Receipt;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class PlaceOrder {

    private final Pricing pricing;
    private final NewOrders orders;
    private final Journal journal;
    private final Outbox outbox;
    private final Clock clock;

    PlaceOrder(Pricing pricing, NewOrders orders, Journal journal, Outbox outbox, Clock clock) {
        this.pricing = pricing;
        this.orders = orders;
        this.journal = journal;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What an earlier request with this key led to, if there was one. */
    Optional<Receipt> earlier(IdempotencyKey key, Checkout checkout) {
        return orders.find(key, checkout);
    }

    /** Places the order once, however often and however simultaneously the customer repeats the request. */
    @Transactional
    Receipt handle(Customer customer, IdempotencyKey key, Checkout checkout, List<Item> items) {
        var lines = pricing.price(items);
        var order =
                Order.place(new OrderId(UuidCreator.getTimeOrderedEpoch()), customer, lines, checkout.paymentMethod());
        if (checkout.expectedTotal() != null && !checkout.expectedTotal().equals(order.total())) {
            throw new OrderRefusal.TotalChanged(order.total());
        }
        if (!orders.add(order, key, checkout)) {
            return orders.find(key, checkout).orElseThrow();
        }
        journal.keep(List.of(journal.note(order, "OrderPlaced", customer.id().toString())));
        FaultPoint.pass("order-added-before-publishing");
        outbox.publish(order.created(clock.instant()));
        return Receipt.of(order.id().value(), order.total());
    }
}
