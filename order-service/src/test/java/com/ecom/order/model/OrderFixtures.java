package com.ecom.order.model;

import com.ecom.core.money.Money;
import com.ecom.order.model.Order.Step;
import com.ecom.order.model.OrderFact.ActionRequired;
import com.ecom.order.model.OrderFact.CancelRequested;
import com.ecom.order.model.OrderFact.ParcelArrived;
import com.ecom.order.model.OrderFact.ParcelSent;
import com.ecom.order.model.OrderFact.PaymentAuthorized;
import com.ecom.order.model.OrderFact.PaymentCaptured;
import com.ecom.order.model.OrderFact.PaymentVoided;
import com.ecom.order.model.OrderFact.StockCommitted;
import com.ecom.order.model.OrderFact.StockReleased;
import com.ecom.order.model.OrderFact.StockReserved;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Orders in every state, each reached the way a real order reaches it. */
public final class OrderFixtures {

    public static final Instant NOW = Instant.parse("2026-01-15T10:15:30Z");
    public static final Customer ADA = new Customer(UUID.randomUUID(), "ada@example.com");
    public static final Parcel PARCEL = new Parcel("Post", "PX-1");
    public static final String BANK = "https://bank.example/approve";

    private OrderFixtures() {}

    public static Order placed() {
        return Order.place(
                new OrderId(UUID.randomUUID()),
                ADA,
                List.of(
                        new OrderLine("MUG-01", "p1", "Mug", 2, usd(1_499)),
                        new OrderLine("TEA", "p2", "Tea", 1, usd(899))),
                "pm_card_ok");
    }

    public static Order reserved() {
        return after(placed(), new StockReserved());
    }

    public static Order awaitingCustomer() {
        return after(reserved(), new ActionRequired(BANK));
    }

    public static Order confirming() {
        return after(reserved(), new PaymentAuthorized());
    }

    public static Order capturing() {
        return after(confirming(), new StockCommitted());
    }

    public static Order confirmed() {
        return after(capturing(), new PaymentCaptured());
    }

    public static Order shipped() {
        return after(confirmed(), new ParcelSent(PARCEL));
    }

    public static Order delivered() {
        return after(shipped(), new ParcelArrived());
    }

    public static Order cancelling() {
        return after(reserved(), new CancelRequested(CancelReason.BY_CUSTOMER));
    }

    public static Order cancelled() {
        return after(after(cancelling(), new StockReleased()), new PaymentVoided());
    }

    public static Money usd(long cents) {
        return Money.of(cents, "USD");
    }

    public static Order after(Order order, OrderFact fact) {
        return ((Step.Taken) order.on(fact, NOW)).order();
    }
}
