package com.ecom.order.model;

import static com.ecom.order.model.CancelReason.CAPTURE_FAILED;
import static com.ecom.order.model.CancelReason.PAYMENT_DECLINED;
import static com.ecom.order.model.CancelReason.RESERVATION_LOST;
import static com.ecom.order.model.CancelReason.TIMED_OUT;

import com.ecom.order.model.Order.Step;
import com.ecom.order.model.OrderEvent.AuthorizePayment;
import com.ecom.order.model.OrderEvent.CapturePayment;
import com.ecom.order.model.OrderEvent.CommitStock;
import com.ecom.order.model.OrderEvent.OrderCancelled;
import com.ecom.order.model.OrderEvent.OrderConfirmed;
import com.ecom.order.model.OrderEvent.OrderDelivered;
import com.ecom.order.model.OrderEvent.OrderShipped;
import com.ecom.order.model.OrderEvent.ReleaseStock;
import com.ecom.order.model.OrderEvent.VoidPayment;
import com.ecom.order.model.OrderFact.ActionRequired;
import com.ecom.order.model.OrderFact.CancelRequested;
import com.ecom.order.model.OrderFact.CaptureFailed;
import com.ecom.order.model.OrderFact.CommitFailed;
import com.ecom.order.model.OrderFact.OfSold;
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
import com.ecom.order.model.OrderState.Paid;
import com.ecom.order.model.OrderState.PendingPayment;
import com.ecom.order.model.OrderState.PendingStock;
import com.ecom.order.model.OrderState.Shipped;
import com.ecom.order.model.OrderState.Sold;
import com.ecom.order.model.OrderState.Unpaid;
import com.ecom.order.model.OrderState.Unsold;
import java.time.Instant;
import java.util.stream.Stream;

/** What can happen to an order, and what it makes of it. */
record Transitions(Order order, Instant now) {

    /** The whole lifecycle: every state with every fact. There is no default: what changes nothing says why. */
    Step on(OrderFact fact) {
        return switch (new Situation(order.state(), fact)) {
            case Situation(PendingStock _, StockReserved _) -> to(new PendingPayment(), authorize());
            case Situation(PendingStock _, StockRefused(var reason)) -> cancelled(reason);
            case Situation(PendingStock _, CancelRequested(var reason)) -> giveUp(reason);
            case Situation(PendingStock _, Overdue _) -> giveUp(TIMED_OUT);
            // It was held, and that arrived only after it was over.
            case Situation(PendingStock _, ReservationExpired _), Situation(PendingStock _, StockReleased _) ->
                giveUp(RESERVATION_LOST);
            // Nobody commits or pays what is not held yet.
            case Situation(PendingStock _, StockCommitted _), Situation(PendingStock _, CommitFailed _) -> ignored();
            case Situation(PendingStock _, PaymentAuthorized _), Situation(PendingStock _, PaymentFailed _) ->
                ignored();
            case Situation(PendingStock _, ActionRequired _), Situation(PendingStock _, PaymentCaptured _) -> ignored();
            case Situation(PendingStock _, CaptureFailed _), Situation(PendingStock _, PaymentVoided _) -> ignored();

            case Situation(PendingPayment _, ActionRequired(var url)) -> to(new AwaitingCustomer(url));
            case Situation(Unpaid _, PaymentAuthorized _) -> to(new Confirming(), commit());
            // More than authorized: the capture, which we ask for once the stock is committed, is answered at once.
            case Situation(Unpaid _, PaymentCaptured _) -> to(new Confirming(), commit());
            // Declined, or voided: no money is held, and none ever will be.
            case Situation(Unpaid _, PaymentFailed _), Situation(Unpaid _, PaymentVoided _) ->
                giveStockBack(PAYMENT_DECLINED);
            case Situation(Unpaid _, CaptureFailed _) -> giveUp(CAPTURE_FAILED);
            // Whatever it says, the stock is not held any more.
            case Situation(Unpaid _, ReservationExpired _), Situation(Unpaid _, StockReleased _) ->
                giveUp(RESERVATION_LOST);
            case Situation(Unpaid _, StockRefused _) -> giveUp(RESERVATION_LOST);
            case Situation(Unpaid _, CancelRequested(var reason)) -> giveUp(reason);
            case Situation(Unpaid _, Overdue _) -> giveUp(TIMED_OUT);
            // It is held, as we know, and nobody has asked to commit it yet; the bank's page is known.
            case Situation(Unpaid _, StockReserved _), Situation(Unpaid _, StockCommitted _) -> ignored();
            case Situation(Unpaid _, CommitFailed _), Situation(AwaitingCustomer _, ActionRequired _) -> ignored();

            case Situation(Confirming _, StockCommitted _) -> to(new Capturing(), capture());
            case Situation(Confirming _, CommitFailed _) -> giveUp(RESERVATION_LOST);
            // From here on nothing is given up by time: whoever owes the answer is asked again.
            case Situation(Confirming _, Overdue _) -> remind(commit());
            case Situation(Capturing _, PaymentCaptured _) -> to(new Confirmed(), confirmed());
            case Situation(Capturing _, Overdue _) -> remind(capture());
            // The provider let the money go before it was captured, or does not give it.
            case Situation(Paid _, CaptureFailed _), Situation(Paid _, PaymentVoided _) -> giveUp(CAPTURE_FAILED);
            case Situation(Paid _, PaymentFailed _) -> giveUp(CAPTURE_FAILED);
            // Whether there is stock is said by the answer to our commit, and by nothing that crossed it.
            case Situation(Paid _, StockReserved _), Situation(Paid _, StockRefused _) -> ignored();
            case Situation(Paid _, StockReleased _), Situation(Paid _, ReservationExpired _) -> ignored();
            case Situation(Capturing _, StockCommitted _), Situation(Capturing _, CommitFailed _) -> ignored();
            // It is authorized, as we know; captured before we asked, it is said again when we do.
            case Situation(Paid _, PaymentAuthorized _), Situation(Paid _, ActionRequired _) -> ignored();
            case Situation(Confirming _, PaymentCaptured _) -> ignored();
            // Nobody cancels what is paid for.
            case Situation(Paid _, CancelRequested _) -> ignored();

            // Nobody is sent what all the money was given back for.
            case Situation(Confirmed _, ParcelSent(var parcel)) ->
                order.isAllGivenBack() ? ignored() : to(new Shipped(), shipped(parcel));
            case Situation(Shipped _, ParcelArrived _) -> to(new Delivered(), delivered());
            case Situation(Sold _, RefundRequested request) -> new Refunding(order).giveBack(request);
            case Situation(Sold _, Refunded it) -> new Refunding(order).givenBack(it, now);
            case Situation(Sold _, RefundFailed it) -> new Refunding(order).notGivenBack(it);
            case Situation(Sold _, Overdue _) -> new Refunding(order).remind();
            // A parcel leaves once, and arrives after that.
            case Situation(Shipped _, ParcelSent _), Situation(Delivered _, ParcelSent _) -> ignored();
            case Situation(Confirmed _, ParcelArrived _), Situation(Delivered _, ParcelArrived _) -> ignored();
            // What is sold stays sold: money goes back by refunds only, which are facts of their own.
            case Situation(Sold _, CancelRequested _), Situation(Sold _, PaymentVoided _) -> ignored();
            case Situation(Sold _, PaymentCaptured _), Situation(Sold _, CaptureFailed _) -> ignored();
            case Situation(Sold _, PaymentAuthorized _), Situation(Sold _, PaymentFailed _) -> ignored();
            case Situation(Sold _, ActionRequired _), Situation(Sold _, StockReserved _) -> ignored();
            case Situation(Sold _, StockRefused _), Situation(Sold _, StockCommitted _) -> ignored();
            case Situation(Sold _, CommitFailed _), Situation(Sold _, StockReleased _) -> ignored();
            case Situation(Sold _, ReservationExpired _) -> ignored();

            case Situation(Cancelling(var reason, var _, var moneyBack), StockReleased _) ->
                moneyBack ? cancelled(reason) : to(new Cancelling(reason, true, false));
            case Situation(Cancelling(var reason, var stockBack, var _), PaymentVoided _) ->
                stockBack ? cancelled(reason) : to(new Cancelling(reason, false, true));
            case Situation(Cancelling it, Overdue _) -> remind(outstanding(it));
            // The stock, or the money, crossed our cancellation on the way: hand it back.
            case Situation(Unsold _, StockReserved _) -> to(order.state(), release());
            case Situation(Unsold _, PaymentAuthorized _), Situation(Unsold _, PaymentCaptured _) ->
                to(order.state(), voidPayment());
            // Reported before our release and our void arrived, whose answers say that nothing is left.
            case Situation(Unsold _, StockRefused _), Situation(Unsold _, StockCommitted _) -> ignored();
            case Situation(Unsold _, CommitFailed _), Situation(Unsold _, ReservationExpired _) -> ignored();
            case Situation(Unsold _, PaymentFailed _), Situation(Unsold _, ActionRequired _) -> ignored();
            case Situation(Unsold _, CaptureFailed _), Situation(Unsold _, CancelRequested _) -> ignored();
            // Both are back already.
            case Situation(Cancelled _, StockReleased _), Situation(Cancelled _, PaymentVoided _) -> ignored();
            case Situation(Cancelled _, Overdue _) -> ignored();

            // Parcels and refunds are of what is sold.
            case Situation(PendingStock _, OfSold _), Situation(Unpaid _, OfSold _) -> ignored();
            case Situation(Paid _, OfSold _), Situation(Unsold _, OfSold _) -> ignored();
        };
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

    private Step cancelled(CancelReason reason) {
        var customer = order.customer();
        return to(
                new Cancelled(reason),
                new OrderCancelled(order.id().value(), customer.id(), customer.email(), reason, order.total(), now));
    }

    private OrderEvent authorize() {
        return new AuthorizePayment(order.id().value(), order.customer().id(), order.total(), order.paymentMethod());
    }

    private OrderEvent commit() {
        return new CommitStock(order.id().value());
    }

    private OrderEvent capture() {
        return new CapturePayment(order.id().value(), order.total());
    }

    private OrderEvent release() {
        return new ReleaseStock(order.id().value());
    }

    private OrderEvent voidPayment() {
        return new VoidPayment(order.id().value());
    }

    private OrderEvent confirmed() {
        var customer = order.customer();
        return new OrderConfirmed(
                order.id().value(), customer.id(), customer.email(), order.lines(), order.total(), now);
    }

    private OrderEvent shipped(Parcel parcel) {
        var customer = order.customer();
        return new OrderShipped(
                order.id().value(), customer.id(), customer.email(), parcel.carrier(), parcel.trackingNumber(), now);
    }

    private OrderEvent delivered() {
        var customer = order.customer();
        return new OrderDelivered(order.id().value(), customer.id(), customer.email(), order.lines(), now);
    }

    private Step remind(OrderEvent... again) {
        return order.remind(again);
    }

    private Step to(OrderState next, OrderEvent... events) {
        return order.to(next, events);
    }

    private Step ignored() {
        return new Step.Ignored(order.state());
    }

    private record Situation(OrderState state, OrderFact fact) {}
}
