package com.ecom.order;

import static com.ecom.order.model.OrderFixtures.NOW;

import com.ecom.core.outbox.Event;
import com.ecom.order.model.CancelReason;
import com.ecom.order.model.Order;
import com.ecom.order.model.Order.Step;
import com.ecom.order.model.OrderFact;
import com.ecom.order.model.OrderFact.CancelRequested;
import com.ecom.order.model.OrderFact.ParcelArrived;
import com.ecom.order.model.OrderFact.ParcelSent;
import com.ecom.order.model.OrderFact.PaymentAuthorized;
import com.ecom.order.model.OrderFact.PaymentCaptured;
import com.ecom.order.model.OrderFact.RefundRequested;
import com.ecom.order.model.OrderFact.Refunded;
import com.ecom.order.model.OrderFact.StockCommitted;
import com.ecom.order.model.OrderFact.StockRefused;
import com.ecom.order.model.OrderFact.StockReserved;
import com.ecom.order.model.OrderFixtures;
import com.ecom.test.EventContract;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

class EventContractIT extends EventContract {

    EventContractIT() {
        super("order-service");
    }

    @Override
    protected List<? extends Event> produced() {
        return Stream.of(
                        Stream.of(OrderFixtures.placed().created(NOW)),
                        events(OrderFixtures.placed(), new StockReserved()),
                        events(OrderFixtures.placed(), new StockRefused(CancelReason.OUT_OF_STOCK)),
                        events(OrderFixtures.reserved(), new PaymentAuthorized()),
                        events(OrderFixtures.confirming(), new StockCommitted()),
                        events(OrderFixtures.capturing(), new PaymentCaptured()),
                        events(OrderFixtures.reserved(), new CancelRequested(CancelReason.BY_CUSTOMER)),
                        events(OrderFixtures.confirmed(), new ParcelSent(OrderFixtures.PARCEL)),
                        events(OrderFixtures.shipped(), new RefundRequested(UUID.randomUUID(), OrderFixtures.usd(899))),
                        events(OrderFixtures.shipped(), new Refunded(UUID.randomUUID(), OrderFixtures.usd(899))),
                        events(OrderFixtures.shipped(), new ParcelArrived()))
                .flatMap(it -> it)
                .toList();
    }

    private static Stream<? extends Event> events(Order order, OrderFact fact) {
        return ((Step.Taken) order.on(fact, NOW)).events().stream();
    }
}
