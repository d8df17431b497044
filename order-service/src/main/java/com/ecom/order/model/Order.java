package com.ecom.order.model;

import static com.ecom.order.model.CancelReason.CAPTURE_FAILED;
import static com.ecom.order.model.CancelReason.PAYMENT_DECLINED;
import static com.ecom.order.model.CancelReason.RESERVATION_LOST;
import static com.ecom.order.model.CancelReason.TIMED_OUT;

import com.ecom.core.money.Money;
import com.ecom.order.model.OrderEvent.AuthorizePayment;
import com.ecom.order.model.OrderEvent.CapturePayment;
import com.ecom.order.model.OrderEvent.CommitStock;
import com.ecom.order.model.OrderEvent.OrderCancelled;
import com.ecom.order.model.OrderEvent.OrderConfirmed;
import com.ecom.order.model.OrderEvent.OrderCreated;
import com.ecom.order.model.OrderEvent.OrderDelivered;
import com.ecom.order.model.OrderEvent.OrderShipped;
import com.ecom.order.model.OrderEvent.ReleaseStock;
import com.ecom.order.model.OrderEvent.VoidPayment;
import com.ecom.order.model.OrderEvent.Wanted;
import com.ecom.order.model.OrderFact.ActionRequired;
import com.ecom.order.model.OrderFact.CancelRequested;
import com.ecom.order.model.OrderFact.CaptureFailed;
import com.ecom.order.model.OrderFact.CommitFailed;
import com.ecom.order.model.OrderFact.Overdue;
import com.ecom.order.model.OrderFact.ParcelArrived;
import com.ecom.order.model.OrderFact.ParcelSent;
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
import com.ecom.order.model.OrderState.AwaitingCustomer;
import com.ecom.order.model.OrderState.Cancelled;
import com.ecom.order.model.OrderState.Cancelling;
import com.ecom.order.model.OrderState.Capturing;
import com.ecom.order.model.OrderState.Confirmed;
import com.ecom.order.model.OrderState.Confirming;
import com.ecom.order.model.OrderState.Delivered;
import com.ecom.order.model.OrderState.PendingPayment;
import com.ecom.order.model.OrderState.PendingStock;
import com.ecom.order.model.OrderState.Shipped;
import com.ecom.order.model.OrderState.Sold;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * An order, from the customer's commitment to buy until it is delivered or undone. It ends in one of two truths: sold,
 * with its stock committed and its money captured once; or not sold, with its stock back and its money untouched or
 * returned. Stock is committed before money is captured, and an order that gives up waits for both acknowledgements. Once
 * it is sold, money may be given back in parts, and never more of it than was captured.
 *
 * @param reminders how often whoever owes the next answer was asked again
 */
public record Order(
        OrderId id,
        Customer customer,
        List<OrderLine> lines,
        String paymentMethod,
        OrderState state,
        int reminders,
        Refunds refunds,
        long version) {

    public Order {
        lines = List.copyOf(lines);
    }

    public static Order place(OrderId id, Customer customer, List<OrderLine> lines, String paymentMethod) {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("An order has at least one line");
        }
        return new Order(id, customer, lines, paymentMethod, new PendingStock(), 0, Refunds.NONE, 0);
    }

    public OrderCreated created(Instant now) {
        var wanted = lines.stream()
                .map(it -> new Wanted(it.sku(), it.quantity(), it.unitPrice()))
                .toList();
        return new OrderCreated(id.value(), customer.id(), customer.email(), wanted, total(), now);
    }

    /** The whole lifecycle: one row for each thing that can happen to an order. */
    public Step on(OrderFact fact, Instant now) {
        return switch (new Situation(state, fact)) {
            case Situation(PendingStock _, StockReserved _) -> to(new PendingPayment(), authorize());
            case Situation(PendingStock _, StockRefused(var reason)) -> cancelled(reason, now);
            case Situation(PendingStock _, CancelRequested(var reason)) -> giveUp(reason);
            case Situation(PendingStock _, Overdue _) -> giveUp(TIMED_OUT);

            case Situation(PendingPayment _, PaymentAuthorized _) -> to(new Confirming(), commit());
            case Situation(PendingPayment _, ActionRequired(var url)) -> to(new AwaitingCustomer(url));
            case Situation(PendingPayment _, PaymentFailed _) -> giveStockBack(PAYMENT_DECLINED);
            case Situation(PendingPayment _, ReservationExpired _) -> giveUp(RESERVATION_LOST);
            case Situation(PendingPayment _, CancelRequested(var reason)) -> giveUp(reason);
            case Situation(PendingPayment _, Overdue _) -> giveUp(TIMED_OUT);

            case Situation(AwaitingCustomer _, PaymentAuthorized _) -> to(new Confirming(), commit());
            case Situation(AwaitingCustomer _, PaymentFailed _) -> giveStockBack(PAYMENT_DECLINED);
            case Situation(AwaitingCustomer _, ReservationExpired _) -> giveUp(RESERVATION_LOST);
            case Situation(AwaitingCustomer _, CancelRequested(var reason)) -> giveUp(reason);
            case Situation(AwaitingCustomer _, Overdue _) -> giveUp(TIMED_OUT);

            case Situation(Confirming _, StockCommitted _) -> to(new Capturing(), capture());
            case Situation(Confirming _, CommitFailed _) -> giveUp(RESERVATION_LOST);
            // From here on nothing is given up by time: whoever owes the answer is asked again.
            case Situation(Confirming _, Overdue _) -> remind(commit());

            case Situation(Capturing _, PaymentCaptured _) -> to(new Confirmed(), confirmed(now));
            case Situation(Capturing _, CaptureFailed _) -> giveUp(CAPTURE_FAILED);
            case Situation(Capturing _, Overdue _) -> remind(capture());

            case Situation(Confirmed _, ParcelSent(var parcel)) -> to(new Shipped(), shipped(parcel, now));
            case Situation(Shipped _, ParcelArrived _) -> to(new Delivered(), delivered(now));
            case Situation(Sold _, RefundRequested wish) -> new Refunding(this).giveBack(wish);
            case Situation(Sold _, Refunded it) -> new Refunding(this).givenBack(it, now);
            case Situation(Sold _, RefundFailed it) -> new Refunding(this).notGivenBack(it);
            case Situation(Sold _, Overdue _) -> new Refunding(this).remind();

            case Situation(Cancelling(var reason, var _, var moneyBack), StockReleased _) ->
                moneyBack ? cancelled(reason, now) : to(new Cancelling(reason, true, false));
            case Situation(Cancelling(var reason, var stockBack, var _), PaymentVoided _) ->
                stockBack ? cancelled(reason, now) : to(new Cancelling(reason, false, true));
            case Situation(Cancelling it, Overdue _) -> remind(outstanding(it));

            // The stock, or the money, crossed our cancellation on the way: hand it back.
            case Situation(Cancelling _, StockReserved _), Situation(Cancelled _, StockReserved _) ->
                to(state, release());
            case Situation(Cancelling _, PaymentAuthorized _), Situation(Cancelled _, PaymentAuthorized _) ->
                to(state, voidPayment());
            case Situation(Cancelling _, PaymentCaptured _), Situation(Cancelled _, PaymentCaptured _) ->
                to(state, voidPayment());

            // No default: a new state does not compile until it is named here.
            case Situation(PendingStock _, var _), Situation(PendingPayment _, var _) -> new Step.Ignored(state);
            case Situation(AwaitingCustomer _, var _), Situation(Confirming _, var _) -> new Step.Ignored(state);
            case Situation(Capturing _, var _), Situation(Sold _, var _) -> new Step.Ignored(state);
            case Situation(Cancelling _, var _), Situation(Cancelled _, var _) -> new Step.Ignored(state);
        };
    }

    public Money total() {
        return lines.stream().map(OrderLine::subtotal).reduce(Money::plus).orElseThrow();
    }

    /** What was given back after the order was sold. */
    public Money refunded() {
        return new Money(refunds.given(), total().currency());
    }

    /** What may still be given back: not what was, and not what is on its way. Nothing before the order is sold. */
    public Money refundable() {
        return state instanceof Sold
                ? new Money(total().amount() - refunds.promised(), total().currency())
                : total().times(0);
    }

    /** The same order with these refunds, for which nobody has been reminded yet. */
    public Order with(Refunds known) {
        return new Order(id, customer, lines, paymentMethod, state, 0, known, version);
    }

    private Step giveUp(CancelReason reason) {
        return to(new Cancelling(reason, false, false), release(), voidPayment());
    }

    /** There is no money to give back. */
    private Step giveStockBack(CancelReason reason) {
        return to(new Cancelling(reason, false, true), release());
    }

    private OrderEvent[] outstanding(Cancelling it) {
        return Stream.concat(
                        it.stockBack() ? Stream.empty() : Stream.of(release()),
                        it.moneyBack() ? Stream.empty() : Stream.of(voidPayment()))
                .toArray(OrderEvent[]::new);
    }

    Step remind(OrderEvent... again) {
        return new Step.Taken(
                new Order(id, customer, lines, paymentMethod, state, reminders + 1, refunds, version), List.of(again));
    }

    private Step cancelled(CancelReason reason, Instant now) {
        return to(
                new Cancelled(reason),
                new OrderCancelled(id.value(), customer.id(), customer.email(), reason, total(), now));
    }

    private OrderEvent authorize() {
        return new AuthorizePayment(id.value(), customer.id(), total(), paymentMethod);
    }

    private OrderEvent commit() {
        return new CommitStock(id.value());
    }

    private OrderEvent capture() {
        return new CapturePayment(id.value(), total());
    }

    private OrderEvent release() {
        return new ReleaseStock(id.value());
    }

    private OrderEvent voidPayment() {
        return new VoidPayment(id.value());
    }

    private OrderEvent confirmed(Instant now) {
        return new OrderConfirmed(id.value(), customer.id(), customer.email(), lines, total(), now);
    }

    private OrderEvent shipped(Parcel parcel, Instant now) {
        return new OrderShipped(
                id.value(), customer.id(), customer.email(), parcel.carrier(), parcel.trackingNumber(), now);
    }

    private OrderEvent delivered(Instant now) {
        return new OrderDelivered(id.value(), customer.id(), customer.email(), lines, now);
    }

    private Step to(OrderState next, OrderEvent... events) {
        return new Step.Taken(
                new Order(id, customer, lines, paymentMethod, next, 0, refunds, version), List.of(events));
    }

    private record Situation(OrderState state, OrderFact fact) {}

    /** What a fact makes of an order. */
    public sealed interface Step {

        /** The order after it, and what others must hear. */
        record Taken(Order order, List<OrderEvent> events) implements Step {}

        /** The fact does not apply here: it is old news, or a wish that cannot be granted any more. */
        record Ignored(OrderState state) implements Step {}
    }
}
