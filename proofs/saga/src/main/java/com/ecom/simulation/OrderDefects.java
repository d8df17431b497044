package com.ecom.simulation;

import com.ecom.order.model.CancelReason;
import com.ecom.order.model.Order;
import com.ecom.order.model.Order.Step;
import com.ecom.order.model.OrderEvent;
import com.ecom.order.model.OrderEvent.ReleaseStock;
import com.ecom.order.model.OrderFact;
import com.ecom.order.model.OrderFact.CancelRequested;
import com.ecom.order.model.OrderFact.CaptureFailed;
import com.ecom.order.model.OrderFact.CommitFailed;
import com.ecom.order.model.OrderFact.Overdue;
import com.ecom.order.model.OrderFact.PaymentAuthorized;
import com.ecom.order.model.OrderFact.PaymentCaptured;
import com.ecom.order.model.OrderFact.PaymentFailed;
import com.ecom.order.model.OrderFact.PaymentVoided;
import com.ecom.order.model.OrderFact.RefundFailed;
import com.ecom.order.model.OrderFact.RefundRequested;
import com.ecom.order.model.OrderFact.Refunded;
import com.ecom.order.model.OrderFact.StockCommitted;
import com.ecom.order.model.OrderFact.StockRefused;
import com.ecom.order.model.OrderFact.StockReleased;
import com.ecom.order.model.OrderFact.StockReserved;
import com.ecom.order.model.OrderState;
import com.ecom.order.model.Refund;
import com.ecom.payment.model.Intent;
import com.ecom.payment.model.IntentFact;
import com.ecom.payment.model.Refunds;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** One wrong row each in the table of an order's life. */
final class OrderDefects {

    static final List<Defect> ALL = List.of(
            row(
                    "ORDER_GIVES_UP_A_PAID_ORDER_BY_TIME",
                    (it, fact) -> it.state() instanceof OrderState.Confirming && fact instanceof Overdue,
                    (it, fact, now) -> in(it, new OrderState.PendingPayment()).on(fact, now)),
            row(
                    "ORDER_CONFIRMS_BEFORE_THE_MONEY_IS_THERE",
                    (it, fact) -> it.state() instanceof OrderState.Confirming && fact instanceof StockCommitted,
                    (it, _, now) -> in(it, new OrderState.Capturing()).on(new PaymentCaptured(), now)),
            row(
                    "ORDER_CAPTURES_BEFORE_THE_STOCK_IS_COMMITTED",
                    (it, fact) -> it.state() instanceof OrderState.PendingPayment && fact instanceof PaymentAuthorized,
                    (it, _, now) -> in(it, new OrderState.Confirming()).on(new StockCommitted(), now)),
            row(
                    "ORDER_IS_CANCELLED_WHEN_THE_STOCK_IS_BACK",
                    (it, fact) -> it.state() instanceof OrderState.Cancelling && fact instanceof StockReleased,
                    (it, fact, now) -> in(it, new OrderState.Cancelling(reasonOf(it), true, true))
                            .on(fact, now)),
            row(
                    "ORDER_IS_CANCELLED_WHEN_THE_MONEY_IS_BACK",
                    (it, fact) -> it.state() instanceof OrderState.Cancelling && fact instanceof PaymentVoided,
                    (it, fact, now) -> in(it, new OrderState.Cancelling(reasonOf(it), true, true))
                            .on(fact, now)),
            row(
                    "ORDER_KEEPS_THE_STOCK_WHEN_THE_CARD_IS_DECLINED",
                    (it, fact) -> it.state() instanceof OrderState.PendingPayment && fact instanceof PaymentFailed,
                    (it, _, now) ->
                            in(it, new OrderState.PendingStock()).on(new StockRefused(CancelReason.OUT_OF_STOCK), now)),
            row(
                    "ORDER_IS_SOLD_ALTHOUGH_THE_CAPTURE_FAILED",
                    (it, fact) -> it.state() instanceof OrderState.Capturing && fact instanceof CaptureFailed,
                    (it, _, now) -> it.on(new PaymentCaptured(), now)),
            row(
                    "ORDER_GOES_ON_ALTHOUGH_THE_COMMIT_FAILED",
                    (it, fact) -> it.state() instanceof OrderState.Confirming && fact instanceof CommitFailed,
                    (it, _, now) -> it.on(new StockCommitted(), now)),
            row(
                    "ORDER_RISES_FROM_THE_DEAD",
                    (it, fact) -> it.state() instanceof OrderState.Cancelled && fact instanceof StockReserved,
                    (it, fact, now) -> in(it, new OrderState.PendingStock()).on(fact, now)),
            row(
                    "ORDER_GIVES_UP_WITHOUT_LETTING_THE_MONEY_GO",
                    (it, fact) -> it.state() instanceof OrderState.PendingPayment && fact instanceof CancelRequested,
                    (it, _, now) -> it.on(new PaymentFailed(), now)),
            row(
                    "ORDER_CAN_BE_CANCELLED_AFTER_IT_IS_SOLD",
                    (it, fact) -> it.state() instanceof OrderState.Confirmed && fact instanceof CancelRequested,
                    (it, _, now) ->
                            in(it, new OrderState.PendingStock()).on(new StockRefused(CancelReason.OUT_OF_STOCK), now)),
            row(
                    "ORDER_CONFIRMS_AGAIN_WHEN_TOLD_AGAIN",
                    (it, fact) -> it.state() instanceof OrderState.Confirmed && fact instanceof PaymentCaptured,
                    (it, fact, now) -> in(it, new OrderState.Capturing()).on(fact, now)),
            row(
                    "ORDER_REMINDS_NOBODY",
                    (it, fact) -> fact instanceof Overdue && !(it.state() instanceof OrderState.PendingStock),
                    (it, _, _) -> new Step.Ignored(it.state())),
            row(
                    "ORDER_REMINDS_ONLY_INVENTORY",
                    (it, fact) -> it.state() instanceof OrderState.Cancelling && fact instanceof Overdue,
                    (it, _, _) -> new Step.Taken(
                            it, List.<OrderEvent>of(new ReleaseStock(it.id().value())))),
            row(
                    "ORDER_PROMISES_MORE_BACK_THAN_IS_LEFT",
                    (it, fact) -> it.state() instanceof OrderState.Sold && fact instanceof RefundRequested,
                    (it, fact, _) -> promised(it, (RefundRequested) fact)),
            row(
                    "ORDER_GIVES_MONEY_BACK_BEFORE_IT_IS_SOLD",
                    (it, fact) -> it.state() instanceof OrderState.Capturing && fact instanceof RefundRequested,
                    (it, fact, _) -> promised(it, (RefundRequested) fact)),
            row("ORDER_TAKES_A_REFUSED_REFUND_FOR_DONE", (_, fact) -> fact instanceof RefundFailed, (it, fact, now) -> {
                var refund = it.refunds().find(((RefundFailed) fact).refundId()).orElseThrow();
                return it.on(new Refunded(refund.id(), refund.amount()), now);
            }),
            row(
                    "ORDER_DOES_NOT_HEAR_THAT_A_DONE_REFUND_FAILED",
                    (it, fact) -> fact instanceof RefundFailed(var refund, var _)
                            && isIn(it, refund, Refund.Standing.REFUNDED),
                    (it, _, _) -> new Step.Ignored(it.state())),
            row(
                    "ORDER_BELIEVES_IN_A_REFUND_THAT_FAILED",
                    (it, fact) ->
                            fact instanceof Refunded(var refund, var _) && isIn(it, refund, Refund.Standing.FAILED),
                    (it, fact, _) -> {
                        var refunded = (Refunded) fact;
                        var all = it.refunds().all().stream()
                                .map(refund -> refund.id().equals(refunded.refundId())
                                        ? new Refund(refund.id(), refund.amount(), Refund.Standing.REFUNDED, null)
                                        : refund)
                                .toList();
                        return new Step.Taken(it.with(new com.ecom.order.model.Refunds(all)), List.of());
                    }),
            row(
                    "ORDER_REMINDS_NOBODY_OF_REFUNDS",
                    (it, fact) -> it.state() instanceof OrderState.Sold && fact instanceof Overdue,
                    (it, _, _) -> new Step.Ignored(it.state())),
            row(
                    "ORDER_DOES_NOT_HEAR_THAT_ITS_MONEY_IS_GONE",
                    (it, fact) -> it.state() instanceof OrderState.Capturing && fact instanceof CaptureFailed,
                    (it, _, _) -> new Step.Ignored(it.state())),
            new Defect(
                    "NOBODY_COUNTS_THE_REFUNDS_UNDER_WAY",
                    new OrderRow(
                            (it, fact) -> it.state() instanceof OrderState.Sold && fact instanceof RefundRequested,
                            (it, fact, _) -> promised(it, (RefundRequested) fact)) {
                        @Override
                        Intent.Step payment(Intent it, IntentFact fact) {
                            if (!(fact instanceof IntentFact.RefundRequested(var refund, var _))
                                    || it.refunds().find(refund).isPresent()) {
                                return super.payment(it, fact);
                            }
                            var alone = it.with(Refunds.NONE).on(fact);
                            var all = Stream.concat(
                                            it.refunds().all().stream(), alone.intent().refunds().all().stream())
                                    .toList();
                            return new Intent.Step(it.with(new Refunds(all)), alone.calls(), alone.events());
                        }
                    }));

    private OrderDefects() {}

    private static Defect row(String name, BiPredicate<Order, OrderFact> isWrongFor, Wrong wrong) {
        return new Defect(name, new OrderRow(isWrongFor, wrong));
    }

    private static Order in(Order it, OrderState state) {
        return new Order(
                it.id(),
                it.customer(),
                it.lines(),
                it.paid(),
                it.paymentMethod(),
                state,
                it.reminders(),
                it.refunds(),
                it.version(),
                it.trace(),
                it.limited());
    }

    /** Granted without a look at what is left. */
    private static Step promised(Order it, RefundRequested request) {
        var refund = new Refund(request.refundId(), request.amount(), Refund.Standing.REQUESTED, null);
        var all = Stream.concat(it.refunds().all().stream(), Stream.of(refund)).toList();
        var ask = new OrderEvent.RefundPayment(it.id().value(), request.refundId(), request.amount());
        return new Step.Taken(it.with(new com.ecom.order.model.Refunds(all)), List.of(ask));
    }

    private static boolean isIn(Order it, UUID refund, Refund.Standing standing) {
        return it.refunds()
                .find(refund)
                .filter(known -> known.standing() == standing)
                .isPresent();
    }

    private static CancelReason reasonOf(Order it) {
        return ((OrderState.Cancelling) it.state()).reason();
    }

    @FunctionalInterface
    private interface Wrong {
        Step step(Order it, OrderFact fact, Instant now);
    }

    private static class OrderRow extends Rules {

        private final BiPredicate<Order, OrderFact> isWrongFor;
        private final Wrong wrong;

        OrderRow(BiPredicate<Order, OrderFact> isWrongFor, Wrong wrong) {
            this.isWrongFor = isWrongFor;
            this.wrong = wrong;
        }

        @Override
        Step order(Order it, OrderFact fact, Instant now) {
            return isWrongFor.test(it, fact) ? wrong.step(it, fact, now) : super.order(it, fact, now);
        }
    }
}
