package com.ecom.simulation;

import com.ecom.core.money.Money;
import com.ecom.inventory.model.InventoryEvent;
import com.ecom.order.model.CancelReason;
import com.ecom.order.model.Customer;
import com.ecom.order.model.Order;
import com.ecom.order.model.Order.Step;
import com.ecom.order.model.OrderEvent;
import com.ecom.order.model.OrderFact;
import com.ecom.order.model.OrderFact.ActionRequired;
import com.ecom.order.model.OrderFact.CaptureFailed;
import com.ecom.order.model.OrderFact.CommitFailed;
import com.ecom.order.model.OrderFact.PaymentAuthorized;
import com.ecom.order.model.OrderFact.PaymentCaptured;
import com.ecom.order.model.OrderFact.PaymentFailed;
import com.ecom.order.model.OrderFact.PaymentVoided;
import com.ecom.order.model.OrderFact.RefundFailed;
import com.ecom.order.model.OrderFact.RefundRequested;
import com.ecom.order.model.OrderFact.Refunded;
import com.ecom.order.model.OrderFact.ReservationExpired;
import com.ecom.order.model.OrderFact.StockCommitted;
import com.ecom.order.model.OrderFact.StockRefused;
import com.ecom.order.model.OrderFact.StockReleased;
import com.ecom.order.model.OrderFact.StockReserved;
import com.ecom.order.model.OrderId;
import com.ecom.order.model.OrderLine;
import com.ecom.order.model.OrderState.Cancelled;
import com.ecom.order.model.OrderState.Confirmed;
import com.ecom.payment.model.PaymentEvent;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** order-service. */
final class OrderModel extends Service {

    private final Table<UUID, Order> orders;

    OrderModel(World world) {
        super(world);
        orders = new Table<>(world.chance, world.rules.writesWhatItRead(Order.class));
    }

    /** A customer orders; a crash means that the customer orders again with the same key, which is the same order. */
    void place(UUID id, List<OrderLine> lines, String paymentMethod, boolean withCode) {
        var order = Order.place(new OrderId(id), new Customer(id, "ada@example.com"), lines, paymentMethod);
        var created = order.created(world.now());
        Runnable kept = () -> {
            if (withCode) {
                world.coupons.take(id);
            }
            keep(id, order, List.of());
        };
        while (!transact(new Change(kept, addressed(List.of(created))))) {}
    }

    void apply(UUID id, OrderFact fact) {
        transact(on(id, fact));
    }

    @Override
    Change effectOf(Object content) {
        return switch (content) {
            case InventoryEvent it -> on(it.orderId(), factOf(it));
            case PaymentEvent it -> on(it.orderId(), factOf(it));
            default -> throw new IllegalStateException("Not for us: " + content);
        };
    }

    boolean isOver(UUID id) {
        var order = orders.all().get(id);
        return order != null
                && (order.state() instanceof Cancelled
                        || (order.state() instanceof Confirmed
                                && order.refunds().underWay().isEmpty()));
    }

    /** Somebody of the staff gives money back; as often as they like, and not always as much as there is. */
    void refund(UUID id, UUID refund, int part) {
        var order = orders.all().get(id);
        if (order != null) {
            apply(
                    id,
                    new RefundRequested(
                            refund,
                            new Money(
                                    order.total().amount() * part / 3,
                                    order.total().currency())));
        }
    }

    boolean isCancelled(UUID id) {
        var order = orders.all().get(id);
        return order != null && order.state() instanceof Cancelled;
    }

    Iterable<Order> all() {
        return orders.all().values();
    }

    private Change on(UUID id, OrderFact fact) {
        var order = orders.read(id).orElseThrow();
        return switch (world.rules.order(order, fact, world.now())) {
            case Step.Taken(var next, var events) -> new Change(() -> keep(id, next, events), addressed(events));
            case Step.Ignored _ -> Change.NONE;
        };
    }

    private void keep(UUID id, Order order, List<OrderEvent> events) {
        orders.write(id, order);
        world.coupons.follow(order);
        world.trace(() -> "order %s is %s".formatted(id, order.state()));
        world.witness.sees(order, events);
    }

    private List<Outgoing> addressed(List<OrderEvent> events) {
        return events.stream().flatMap(this::addressed).toList();
    }

    private Stream<Outgoing> addressed(OrderEvent event) {
        return switch (event) {
            case OrderEvent.OrderCreated _, OrderEvent.CommitStock _, OrderEvent.ReleaseStock _ ->
                Stream.of(new Outgoing(world.inventoryModel, event));
            case OrderEvent.AuthorizePayment _,
                    OrderEvent.CapturePayment _,
                    OrderEvent.VoidPayment _,
                    OrderEvent.RefundPayment _ -> Stream.of(new Outgoing(world.payments, event));
            case OrderEvent.OrderConfirmed _, OrderEvent.OrderCancelled _, OrderEvent.OrderRefunded _ ->
                Stream.of(new Outgoing(world.notifications, event));
            case OrderEvent.OrderShipped _, OrderEvent.OrderDelivered _ -> Stream.of();
        };
    }

    private static OrderFact factOf(InventoryEvent it) {
        return switch (it) {
            case InventoryEvent.StockReserved _ -> new StockReserved();
            case InventoryEvent.ReservationFailed refused ->
                new StockRefused(
                        refused.reason() == InventoryEvent.Reason.TOO_MANY_OPEN_ORDERS
                                ? CancelReason.TOO_MANY_OPEN_ORDERS
                                : CancelReason.OUT_OF_STOCK);
            case InventoryEvent.StockCommitted _ -> new StockCommitted();
            case InventoryEvent.CommitFailed _ -> new CommitFailed();
            case InventoryEvent.StockReleased _ -> new StockReleased();
            case InventoryEvent.HoldExpired _ -> new ReservationExpired();
        };
    }

    private static OrderFact factOf(PaymentEvent it) {
        return switch (it) {
            case PaymentEvent.PaymentAuthorized _ -> new PaymentAuthorized();
            case PaymentEvent.PaymentFailed _ -> new PaymentFailed();
            case PaymentEvent.PaymentActionRequired asked -> new ActionRequired(asked.redirectUrl());
            case PaymentEvent.PaymentCaptured _ -> new PaymentCaptured();
            case PaymentEvent.PaymentCaptureFailed _ -> new CaptureFailed();
            case PaymentEvent.PaymentVoided _ -> new PaymentVoided();
            case PaymentEvent.PaymentRefunded back -> new Refunded(back.refundId(), back.amount());
            case PaymentEvent.PaymentRefundFailed not -> new RefundFailed(not.refundId(), not.reason());
        };
    }
}
