package com.ecom.simulation;

import com.ecom.inventory.model.Decision;
import com.ecom.inventory.model.Decision.Settled;
import com.ecom.inventory.model.InventoryEvent;
import com.ecom.inventory.model.Movement;
import com.ecom.inventory.model.Reservation;
import com.ecom.inventory.model.ReservationFact;
import com.ecom.inventory.model.ReservationFact.Commit;
import com.ecom.inventory.model.ReservationFact.Expire;
import com.ecom.inventory.model.ReservationFact.Release;
import com.ecom.inventory.model.ReservationFact.Reserve;
import com.ecom.inventory.model.ReservationState;
import com.ecom.inventory.model.ReservationState.Committed;
import com.ecom.inventory.model.ReservationState.Expired;
import com.ecom.inventory.model.ReservationState.Held;
import com.ecom.inventory.model.ReservationState.None;
import com.ecom.inventory.model.ReservationState.Rejected;
import com.ecom.inventory.model.ReservationState.Released;
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
import com.ecom.payment.model.IntentFact.AuthorizeAsked;
import com.ecom.payment.model.IntentFact.CaptureAsked;
import com.ecom.payment.model.IntentFact.ProviderAuthorized;
import com.ecom.payment.model.IntentFact.ProviderCaptured;
import com.ecom.payment.model.IntentFact.ProviderRefunded;
import com.ecom.payment.model.IntentFact.ProviderRefusedCapture;
import com.ecom.payment.model.IntentFact.ProviderRefusedRefund;
import com.ecom.payment.model.IntentFact.ProviderVoided;
import com.ecom.payment.model.IntentFact.RefundAsked;
import com.ecom.payment.model.IntentFact.VoidAsked;
import com.ecom.payment.model.IntentState;
import com.ecom.payment.model.PaymentEvent;
import com.ecom.payment.model.Refunds;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A mistake that somebody could make, planted on purpose: the simulation has to notice every one of them, or it proves
 * nothing. Each is a rule of the shop with one thing wrong.
 */
enum Defect {

    // What order-service decides

    ORDER_GIVES_UP_A_PAID_ORDER_BY_TIME(new OrderDefect() {
        @Override
        boolean isWrongFor(Order it, OrderFact fact) {
            return it.state() instanceof OrderState.Confirming && fact instanceof Overdue;
        }

        @Override
        Step wrong(Order it, OrderFact fact, Instant now) {
            return in(it, new OrderState.PendingPayment()).on(fact, now);
        }
    }),
    ORDER_CONFIRMS_BEFORE_THE_MONEY_IS_THERE(new OrderDefect() {
        @Override
        boolean isWrongFor(Order it, OrderFact fact) {
            return it.state() instanceof OrderState.Confirming && fact instanceof StockCommitted;
        }

        @Override
        Step wrong(Order it, OrderFact fact, Instant now) {
            return in(it, new OrderState.Capturing()).on(new PaymentCaptured(), now);
        }
    }),
    ORDER_CAPTURES_BEFORE_THE_STOCK_IS_COMMITTED(new OrderDefect() {
        @Override
        boolean isWrongFor(Order it, OrderFact fact) {
            return it.state() instanceof OrderState.PendingPayment && fact instanceof PaymentAuthorized;
        }

        @Override
        Step wrong(Order it, OrderFact fact, Instant now) {
            return in(it, new OrderState.Confirming()).on(new StockCommitted(), now);
        }
    }),
    ORDER_IS_CANCELLED_WHEN_THE_STOCK_IS_BACK(new OrderDefect() {
        @Override
        boolean isWrongFor(Order it, OrderFact fact) {
            return it.state() instanceof OrderState.Cancelling && fact instanceof StockReleased;
        }

        @Override
        Step wrong(Order it, OrderFact fact, Instant now) {
            return in(it, new OrderState.Cancelling(reasonOf(it), true, true)).on(fact, now);
        }
    }),
    ORDER_IS_CANCELLED_WHEN_THE_MONEY_IS_BACK(new OrderDefect() {
        @Override
        boolean isWrongFor(Order it, OrderFact fact) {
            return it.state() instanceof OrderState.Cancelling && fact instanceof PaymentVoided;
        }

        @Override
        Step wrong(Order it, OrderFact fact, Instant now) {
            return in(it, new OrderState.Cancelling(reasonOf(it), true, true)).on(fact, now);
        }
    }),
    ORDER_KEEPS_THE_STOCK_WHEN_THE_CARD_IS_DECLINED(new OrderDefect() {
        @Override
        boolean isWrongFor(Order it, OrderFact fact) {
            return it.state() instanceof OrderState.PendingPayment && fact instanceof PaymentFailed;
        }

        @Override
        Step wrong(Order it, OrderFact fact, Instant now) {
            return in(it, new OrderState.PendingStock()).on(new StockRefused(CancelReason.OUT_OF_STOCK), now);
        }
    }),
    ORDER_IS_SOLD_ALTHOUGH_THE_CAPTURE_FAILED(new OrderDefect() {
        @Override
        boolean isWrongFor(Order it, OrderFact fact) {
            return it.state() instanceof OrderState.Capturing && fact instanceof CaptureFailed;
        }

        @Override
        Step wrong(Order it, OrderFact fact, Instant now) {
            return it.on(new PaymentCaptured(), now);
        }
    }),
    ORDER_GOES_ON_ALTHOUGH_THE_COMMIT_FAILED(new OrderDefect() {
        @Override
        boolean isWrongFor(Order it, OrderFact fact) {
            return it.state() instanceof OrderState.Confirming && fact instanceof CommitFailed;
        }

        @Override
        Step wrong(Order it, OrderFact fact, Instant now) {
            return it.on(new StockCommitted(), now);
        }
    }),
    ORDER_RISES_FROM_THE_DEAD(new OrderDefect() {
        @Override
        boolean isWrongFor(Order it, OrderFact fact) {
            return it.state() instanceof OrderState.Cancelled && fact instanceof StockReserved;
        }

        @Override
        Step wrong(Order it, OrderFact fact, Instant now) {
            return in(it, new OrderState.PendingStock()).on(fact, now);
        }
    }),
    ORDER_GIVES_UP_WITHOUT_LETTING_THE_MONEY_GO(new OrderDefect() {
        @Override
        boolean isWrongFor(Order it, OrderFact fact) {
            return it.state() instanceof OrderState.PendingPayment && fact instanceof CancelRequested;
        }

        @Override
        Step wrong(Order it, OrderFact fact, Instant now) {
            return it.on(new PaymentFailed(), now);
        }
    }),
    ORDER_CAN_BE_CANCELLED_AFTER_IT_IS_SOLD(new OrderDefect() {
        @Override
        boolean isWrongFor(Order it, OrderFact fact) {
            return it.state() instanceof OrderState.Confirmed && fact instanceof CancelRequested;
        }

        @Override
        Step wrong(Order it, OrderFact fact, Instant now) {
            return in(it, new OrderState.PendingStock()).on(new StockRefused(CancelReason.OUT_OF_STOCK), now);
        }
    }),
    ORDER_CONFIRMS_AGAIN_WHEN_TOLD_AGAIN(new OrderDefect() {
        @Override
        boolean isWrongFor(Order it, OrderFact fact) {
            return it.state() instanceof OrderState.Confirmed && fact instanceof PaymentCaptured;
        }

        @Override
        Step wrong(Order it, OrderFact fact, Instant now) {
            return in(it, new OrderState.Capturing()).on(fact, now);
        }
    }),
    ORDER_REMINDS_NOBODY(new OrderDefect() {
        @Override
        boolean isWrongFor(Order it, OrderFact fact) {
            return fact instanceof Overdue && !(it.state() instanceof OrderState.PendingStock);
        }

        @Override
        Step wrong(Order it, OrderFact fact, Instant now) {
            return new Step.Ignored(it.state());
        }
    }),
    ORDER_REMINDS_ONLY_INVENTORY(new OrderDefect() {
        @Override
        boolean isWrongFor(Order it, OrderFact fact) {
            return it.state() instanceof OrderState.Cancelling && fact instanceof Overdue;
        }

        @Override
        Step wrong(Order it, OrderFact fact, Instant now) {
            return new Step.Taken(
                    it, List.<OrderEvent>of(new ReleaseStock(it.id().value())));
        }
    }),
    ORDER_PROMISES_MORE_BACK_THAN_IS_LEFT(new OrderDefect() {
        @Override
        boolean isWrongFor(Order it, OrderFact fact) {
            return it.state() instanceof OrderState.Sold && fact instanceof RefundRequested;
        }

        @Override
        Step wrong(Order it, OrderFact fact, Instant now) {
            return promised(it, (RefundRequested) fact);
        }
    }),
    ORDER_GIVES_MONEY_BACK_BEFORE_IT_IS_SOLD(new OrderDefect() {
        @Override
        boolean isWrongFor(Order it, OrderFact fact) {
            return it.state() instanceof OrderState.Capturing && fact instanceof RefundRequested;
        }

        @Override
        Step wrong(Order it, OrderFact fact, Instant now) {
            return promised(it, (RefundRequested) fact);
        }
    }),
    ORDER_TAKES_A_REFUSED_REFUND_FOR_DONE(new OrderDefect() {
        @Override
        boolean isWrongFor(Order it, OrderFact fact) {
            return fact instanceof RefundFailed;
        }

        @Override
        Step wrong(Order it, OrderFact fact, Instant now) {
            var refund = it.refunds().find(((RefundFailed) fact).refundId()).orElseThrow();
            return it.on(new Refunded(refund.id(), refund.amount()), now);
        }
    }),
    ORDER_DOES_NOT_HEAR_THAT_A_DONE_REFUND_FAILED(new OrderDefect() {
        @Override
        boolean isWrongFor(Order it, OrderFact fact) {
            return fact instanceof RefundFailed(var refund, var _) && isIn(it, refund, Refund.Standing.REFUNDED);
        }

        @Override
        Step wrong(Order it, OrderFact fact, Instant now) {
            return new Step.Ignored(it.state());
        }
    }),
    ORDER_BELIEVES_IN_A_REFUND_THAT_FAILED(new OrderDefect() {
        @Override
        boolean isWrongFor(Order it, OrderFact fact) {
            return fact instanceof Refunded(var refund, var _) && isIn(it, refund, Refund.Standing.FAILED);
        }

        @Override
        Step wrong(Order it, OrderFact fact, Instant now) {
            var refunded = (Refunded) fact;
            var all = it.refunds().all().stream()
                    .map(refund -> refund.id().equals(refunded.refundId())
                            ? new Refund(refund.id(), refund.amount(), Refund.Standing.REFUNDED, null)
                            : refund)
                    .toList();
            return new Step.Taken(it.with(new com.ecom.order.model.Refunds(all)), List.of());
        }
    }),
    ORDER_REMINDS_NOBODY_OF_REFUNDS(new OrderDefect() {
        @Override
        boolean isWrongFor(Order it, OrderFact fact) {
            return it.state() instanceof OrderState.Sold && fact instanceof Overdue;
        }

        @Override
        Step wrong(Order it, OrderFact fact, Instant now) {
            return new Step.Ignored(it.state());
        }
    }),

    // What inventory-service decides

    INVENTORY_FORGETS_WHAT_WAS_RELEASED_BEFORE_IT_CAME(new InventoryDefect() {
        @Override
        boolean isWrongFor(Reservation it, ReservationFact fact) {
            return it.state() instanceof None && fact instanceof Release;
        }

        @Override
        Decision wrong(Reservation it, ReservationFact fact) {
            return settled(it, Movement.NONE, new InventoryEvent.StockReleased(it.orderId()));
        }
    }),
    INVENTORY_COMMITS_WHAT_IT_GAVE_BACK(new InventoryDefect() {
        @Override
        boolean isWrongFor(Reservation it, ReservationFact fact) {
            return it.state() instanceof Expired && fact instanceof Commit;
        }

        @Override
        Decision wrong(Reservation it, ReservationFact fact) {
            return in(it, new Held(Instant.MAX)).on(fact);
        }
    }),
    INVENTORY_LETS_SOLD_STOCK_EXPIRE(new InventoryDefect() {
        @Override
        boolean isWrongFor(Reservation it, ReservationFact fact) {
            return it.state() instanceof Committed && fact instanceof Expire;
        }

        @Override
        Decision wrong(Reservation it, ReservationFact fact) {
            return in(it, new Held(Instant.EPOCH)).on(fact);
        }
    }),
    INVENTORY_RELEASES_TWICE(new InventoryDefect() {
        @Override
        boolean isWrongFor(Reservation it, ReservationFact fact) {
            return it.state() instanceof Released && fact instanceof Release;
        }

        @Override
        Decision wrong(Reservation it, ReservationFact fact) {
            return in(it, new Held(Instant.MAX)).on(fact);
        }
    }),
    INVENTORY_RESERVES_TWICE(new InventoryDefect() {
        @Override
        boolean isWrongFor(Reservation it, ReservationFact fact) {
            return it.state() instanceof Held && fact instanceof Reserve;
        }

        @Override
        Decision wrong(Reservation it, ReservationFact fact) {
            return in(it, new None()).on(fact);
        }
    }),
    INVENTORY_KEEPS_SOLD_STOCK_THAT_COMES_BACK(new InventoryDefect() {
        @Override
        boolean isWrongFor(Reservation it, ReservationFact fact) {
            return it.state() instanceof Committed && fact instanceof Release;
        }

        @Override
        Decision wrong(Reservation it, ReservationFact fact) {
            return in(it, new Expired()).on(fact);
        }
    }),
    INVENTORY_GIVES_EXPIRED_STOCK_BACK_AGAIN(new InventoryDefect() {
        @Override
        boolean isWrongFor(Reservation it, ReservationFact fact) {
            return it.state() instanceof Expired && fact instanceof Release;
        }

        @Override
        Decision wrong(Reservation it, ReservationFact fact) {
            return in(it, new Held(Instant.MAX)).on(fact);
        }
    }),
    INVENTORY_PROMISES_WHAT_IT_REJECTED(new InventoryDefect() {
        @Override
        boolean isWrongFor(Reservation it, ReservationFact fact) {
            return it.state() instanceof None && fact instanceof Reserve;
        }

        @Override
        Decision wrong(Reservation it, ReservationFact fact) {
            var decision = (Decision.IfThereIsEnough) it.on(fact);
            return new Decision.IfThereIsEnough(
                    decision.taken(),
                    shortages -> settled(
                            in(it, new Rejected(InventoryEvent.Reason.OUT_OF_STOCK, shortages)),
                            Movement.NONE,
                            new InventoryEvent.StockReserved(it.orderId(), Instant.MAX)));
        }
    }),
    INVENTORY_RESERVES_FOR_WHOEVER_GAVE_UP(new InventoryDefect() {
        @Override
        boolean isWrongFor(Reservation it, ReservationFact fact) {
            return it.state() instanceof Released && fact instanceof Reserve;
        }

        @Override
        Decision wrong(Reservation it, ReservationFact fact) {
            return in(it, new None()).on(fact);
        }
    }),
    INVENTORY_ANSWERS_A_RELEASE_ONLY_ONCE(new InventoryDefect() {
        @Override
        boolean isWrongFor(Reservation it, ReservationFact fact) {
            return it.state() instanceof Released && fact instanceof Release;
        }

        @Override
        Decision wrong(Reservation it, ReservationFact fact) {
            return new Settled(it, Movement.NONE, Optional.empty());
        }
    }),
    INVENTORY_ANSWERS_A_COMMIT_ONLY_ONCE(new InventoryDefect() {
        @Override
        boolean isWrongFor(Reservation it, ReservationFact fact) {
            return it.state() instanceof Committed && fact instanceof Commit;
        }

        @Override
        Decision wrong(Reservation it, ReservationFact fact) {
            return new Settled(it, Movement.NONE, Optional.empty());
        }
    }),

    // What payment-service decides

    PAYMENT_FORGETS_WHAT_WAS_VOIDED_BEFORE_IT_CAME(new PaymentDefect() {
        @Override
        boolean isWrongFor(Intent it, IntentFact fact) {
            return it.state() instanceof IntentState.None && fact instanceof VoidAsked;
        }

        @Override
        Intent.Step wrong(Intent it, IntentFact fact) {
            return new Intent.Step(it, List.of(), List.of(new PaymentEvent.PaymentVoided(it.orderId(), it.id())));
        }
    }),
    PAYMENT_KEEPS_A_LATE_AUTHORIZATION(new PaymentDefect() {
        @Override
        boolean isWrongFor(Intent it, IntentFact fact) {
            return it.state() instanceof IntentState.CancelPending && fact instanceof ProviderAuthorized;
        }

        @Override
        Intent.Step wrong(Intent it, IntentFact fact) {
            return in(it, new IntentState.Voiding()).on(new IntentFact.ProviderVoided());
        }
    }),
    PAYMENT_SAYS_VOIDED_WHILE_IT_AUTHORIZES(new PaymentDefect() {
        @Override
        boolean isWrongFor(Intent it, IntentFact fact) {
            return it.state() instanceof IntentState.Authorizing && fact instanceof VoidAsked;
        }

        @Override
        Intent.Step wrong(Intent it, IntentFact fact) {
            return in(it, new IntentState.None()).on(fact);
        }
    }),
    PAYMENT_SAYS_VOIDED_BEFORE_THE_PROVIDER_DOES(new PaymentDefect() {
        @Override
        boolean isWrongFor(Intent it, IntentFact fact) {
            return it.state() instanceof IntentState.Authorized && fact instanceof VoidAsked;
        }

        @Override
        Intent.Step wrong(Intent it, IntentFact fact) {
            var right = it.on(fact);
            return new Intent.Step(
                    right.intent(), right.calls(), List.of(new PaymentEvent.PaymentVoided(it.orderId(), it.id())));
        }
    }),
    PAYMENT_AUTHORIZES_WHAT_WAS_VOIDED(new PaymentDefect() {
        @Override
        boolean isWrongFor(Intent it, IntentFact fact) {
            return it.state() instanceof IntentState.Voided && fact instanceof AuthorizeAsked;
        }

        @Override
        Intent.Step wrong(Intent it, IntentFact fact) {
            return in(it, new IntentState.None()).on(fact);
        }
    }),
    PAYMENT_LEAVES_MONEY_ASIDE_AFTER_A_FAILED_CAPTURE(new PaymentDefect() {
        @Override
        boolean isWrongFor(Intent it, IntentFact fact) {
            return it.state() instanceof IntentState.CaptureFailed && fact instanceof VoidAsked;
        }

        @Override
        Intent.Step wrong(Intent it, IntentFact fact) {
            return in(it, new IntentState.None()).on(fact);
        }
    }),
    PAYMENT_SAYS_CAPTURED_WHEN_THE_PROVIDER_REFUSED(new PaymentDefect() {
        @Override
        boolean isWrongFor(Intent it, IntentFact fact) {
            return it.state() instanceof IntentState.Capturing && fact instanceof ProviderRefusedCapture;
        }

        @Override
        Intent.Step wrong(Intent it, IntentFact fact) {
            return it.on(new ProviderCaptured());
        }
    }),
    PAYMENT_DOES_NOT_ANSWER_A_VOID_AFTER_A_DECLINE(new PaymentDefect() {
        @Override
        boolean isWrongFor(Intent it, IntentFact fact) {
            return it.state() instanceof IntentState.Failed && fact instanceof VoidAsked;
        }

        @Override
        Intent.Step wrong(Intent it, IntentFact fact) {
            return silent(it);
        }
    }),
    PAYMENT_DROPS_THE_QUESTION_BUT_NOT_THE_PAYMENT(new PaymentDefect() {
        @Override
        boolean isWrongFor(Intent it, IntentFact fact) {
            return it.state() instanceof IntentState.ActionRequired && fact instanceof VoidAsked;
        }

        @Override
        Intent.Step wrong(Intent it, IntentFact fact) {
            return in(it, new IntentState.None()).on(fact);
        }
    }),
    PAYMENT_ANSWERS_A_VOID_ONLY_ONCE(new PaymentDefect() {
        @Override
        boolean isWrongFor(Intent it, IntentFact fact) {
            return it.state() instanceof IntentState.Voided && fact instanceof VoidAsked;
        }

        @Override
        Intent.Step wrong(Intent it, IntentFact fact) {
            return silent(it);
        }
    }),
    PAYMENT_ANSWERS_A_CAPTURE_ONLY_ONCE(new PaymentDefect() {
        @Override
        boolean isWrongFor(Intent it, IntentFact fact) {
            return it.state() instanceof IntentState.Captured && fact instanceof CaptureAsked;
        }

        @Override
        Intent.Step wrong(Intent it, IntentFact fact) {
            return silent(it);
        }
    }),
    PAYMENT_ANSWERS_A_REFUND_ONLY_ONCE(new PaymentDefect() {
        @Override
        boolean isWrongFor(Intent it, IntentFact fact) {
            return fact instanceof RefundAsked(var refund, var _)
                    && it.refunds().find(refund).isPresent();
        }

        @Override
        Intent.Step wrong(Intent it, IntentFact fact) {
            return silent(it);
        }
    }),
    PAYMENT_SAYS_REFUNDED_BEFORE_THE_PROVIDER_DOES(new PaymentDefect() {
        @Override
        boolean isWrongFor(Intent it, IntentFact fact) {
            return it.state() instanceof IntentState.Captured && fact instanceof RefundAsked;
        }

        @Override
        Intent.Step wrong(Intent it, IntentFact fact) {
            var asked = it.on(fact);
            var done = asked.intent().on(new ProviderRefunded(((RefundAsked) fact).refund()));
            return new Intent.Step(done.intent(), asked.calls(), done.events());
        }
    }),
    PAYMENT_FORGETS_A_REFUND_THAT_IT_REFUSED(new PaymentDefect() {
        @Override
        boolean isWrongFor(Intent it, IntentFact fact) {
            return fact instanceof ProviderRefusedRefund;
        }

        @Override
        Intent.Step wrong(Intent it, IntentFact fact) {
            return silent(it);
        }
    }),
    PAYMENT_DOES_NOT_HEAR_THAT_A_DONE_REFUND_FAILED(new PaymentDefect() {
        @Override
        boolean isWrongFor(Intent it, IntentFact fact) {
            return fact instanceof ProviderRefusedRefund(var refund, var _)
                    && it.refunds().find(refund).stream()
                            .anyMatch(known -> known.standing() == com.ecom.payment.model.Refund.Standing.DONE);
        }

        @Override
        Intent.Step wrong(Intent it, IntentFact fact) {
            return silent(it);
        }
    }),
    PAYMENT_DOES_NOT_HEAR_THAT_THE_PROVIDER_LET_GO_WHAT_IT_CANCELS(new PaymentDefect() {
        @Override
        boolean isWrongFor(Intent it, IntentFact fact) {
            return it.state() instanceof IntentState.CancelPending && fact instanceof ProviderVoided;
        }

        @Override
        Intent.Step wrong(Intent it, IntentFact fact) {
            return silent(it);
        }
    }),
    PAYMENT_WAITS_FOR_THE_CAPTURE_OF_WHAT_THE_PROVIDER_LET_GO(new PaymentDefect() {
        @Override
        boolean isWrongFor(Intent it, IntentFact fact) {
            return it.state() instanceof IntentState.Capturing && fact instanceof ProviderVoided;
        }

        @Override
        Intent.Step wrong(Intent it, IntentFact fact) {
            return silent(it);
        }
    }),
    PAYMENT_SAYS_CAPTURED_OF_WHAT_THE_PROVIDER_LET_GO(new PaymentDefect() {
        @Override
        boolean isWrongFor(Intent it, IntentFact fact) {
            return it.state() instanceof IntentState.Capturing && fact instanceof ProviderVoided;
        }

        @Override
        Intent.Step wrong(Intent it, IntentFact fact) {
            return it.on(new ProviderCaptured());
        }
    }),
    PAYMENT_TAKES_WHAT_THE_PROVIDER_LET_GO_FOR_CAPTURED(new PaymentDefect() {
        @Override
        boolean isWrongFor(Intent it, IntentFact fact) {
            return it.state() instanceof IntentState.Authorized && fact instanceof ProviderVoided;
        }

        @Override
        Intent.Step wrong(Intent it, IntentFact fact) {
            return in(it, new IntentState.Captured()).on(new CaptureAsked());
        }
    }),
    ORDER_DOES_NOT_HEAR_THAT_ITS_MONEY_IS_GONE(new OrderDefect() {
        @Override
        boolean isWrongFor(Order it, OrderFact fact) {
            return it.state() instanceof OrderState.Capturing && fact instanceof CaptureFailed;
        }

        @Override
        Step wrong(Order it, OrderFact fact, Instant now) {
            return new Step.Ignored(it.state());
        }
    }),
    NOBODY_COUNTS_THE_REFUNDS_UNDER_WAY(new OrderDefect() {
        @Override
        boolean isWrongFor(Order it, OrderFact fact) {
            return it.state() instanceof OrderState.Sold && fact instanceof RefundRequested;
        }

        @Override
        Step wrong(Order it, OrderFact fact, Instant now) {
            return promised(it, (RefundRequested) fact);
        }

        @Override
        Intent.Step payment(Intent it, IntentFact fact) {
            if (!(fact instanceof RefundAsked(var refund, var _))
                    || it.refunds().find(refund).isPresent()) {
                return super.payment(it, fact);
            }
            var alone = it.with(Refunds.NONE).on(fact);
            var all = Stream.concat(it.refunds().all().stream(), alone.intent().refunds().all().stream())
                    .toList();
            return new Intent.Step(it.with(new Refunds(all)), alone.calls(), alone.events());
        }
    }),

    // What the code around them guarantees

    EVENTS_ARE_LOST_BETWEEN_DATABASE_AND_BROKER(new Rules() {
        @Override
        boolean saysWhatItDid() {
            return false;
        }
    }),
    MESSAGES_ARE_ACKNOWLEDGED_BEFORE_THEY_TAKE_EFFECT(new Rules() {
        @Override
        boolean acknowledgesAfterwards() {
            return false;
        }
    }),
    EVENTS_ARE_SENT_BEFORE_THE_COMMIT(new Rules() {
        @Override
        boolean saysOnlyWhatItDid() {
            return false;
        }
    }),
    ORDERS_ARE_CHANGED_WITHOUT_A_LOCK(new Rules() {
        @Override
        boolean writesWhatItRead(Class<?> row) {
            return row != Order.class;
        }
    }),
    RESERVATIONS_ARE_CHANGED_WITHOUT_A_LOCK(new Rules() {
        @Override
        boolean writesWhatItRead(Class<?> row) {
            return row != Reservation.class;
        }
    }),
    PAYMENTS_ARE_CHANGED_WITHOUT_A_LOCK(new Rules() {
        @Override
        boolean writesWhatItRead(Class<?> row) {
            return row != Intent.class;
        }
    }),
    STOCK_IS_READ_THEN_WRITTEN(new Rules() {
        @Override
        boolean writesWhatItRead(Class<?> row) {
            return row != Integer.class;
        }
    }),
    STOCK_IS_TAKEN_WITHOUT_LOOKING(new Rules() {
        @Override
        boolean enough(int available, int wanted) {
            return true;
        }
    }),
    STOCK_IS_ENOUGH_WHEN_ONE_IS_LEFT(new Rules() {
        @Override
        boolean enough(int available, int wanted) {
            return available > 0;
        }
    }),
    LINES_ARE_HELD_ONE_BY_ONE(new Rules() {
        @Override
        boolean takesAllLinesOrNone() {
            return false;
        }
    }),
    STOCK_MOVES_WITHOUT_A_LEDGER_ENTRY(new Rules() {
        @Override
        boolean booksEveryMovement() {
            return false;
        }
    }),
    THE_PROVIDER_IS_ASKED_BEFORE_THE_INTENT_IS_COMMITTED(new Rules() {
        @Override
        boolean commitsBeforeItCalls() {
            return false;
        }
    }),
    THE_PROVIDER_GETS_NO_IDEMPOTENCY_KEY(new Rules() {
        @Override
        boolean sendsIdempotencyKeys() {
            return false;
        }
    }),
    AN_UNANSWERED_CALL_IS_TAKEN_FOR_DONE(new Rules() {
        @Override
        boolean triesCallsAgain() {
            return false;
        }
    }),
    THE_SAME_MAIL_IS_SENT_AGAIN(new Rules() {
        @Override
        boolean mailsOnce() {
            return false;
        }
    });

    @SuppressWarnings("ImmutableEnumChecker") // Rules have no state.
    private final Rules rules;

    Defect(Rules rules) {
        this.rules = rules;
    }

    Rules rules() {
        return rules;
    }

    /** One wrong row in the table of an order's life. */
    private abstract static class OrderDefect extends Rules {

        abstract boolean isWrongFor(Order it, OrderFact fact);

        abstract Step wrong(Order it, OrderFact fact, Instant now);

        @Override
        Step order(Order it, OrderFact fact, Instant now) {
            return isWrongFor(it, fact) ? wrong(it, fact, now) : super.order(it, fact, now);
        }

        static Order in(Order it, OrderState state) {
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
                    it.trace());
        }

        /** Granted without a look at what is left. */
        static Step promised(Order it, RefundRequested wish) {
            var refund = new Refund(wish.refundId(), wish.amount(), Refund.Standing.REQUESTED, null);
            var all = Stream.concat(it.refunds().all().stream(), Stream.of(refund))
                    .toList();
            var ask = new OrderEvent.RefundPayment(it.id().value(), wish.refundId(), wish.amount());
            return new Step.Taken(it.with(new com.ecom.order.model.Refunds(all)), List.of(ask));
        }

        static boolean isIn(Order it, UUID refund, Refund.Standing standing) {
            return it.refunds()
                    .find(refund)
                    .filter(known -> known.standing() == standing)
                    .isPresent();
        }

        static CancelReason reasonOf(Order it) {
            return ((OrderState.Cancelling) it.state()).reason();
        }
    }

    /** One wrong row in the table of a reservation's life. */
    private abstract static class InventoryDefect extends Rules {

        abstract boolean isWrongFor(Reservation it, ReservationFact fact);

        abstract Decision wrong(Reservation it, ReservationFact fact);

        @Override
        Decision reservation(Reservation it, ReservationFact fact) {
            return isWrongFor(it, fact) ? wrong(it, fact) : super.reservation(it, fact);
        }

        static Reservation in(Reservation it, ReservationState state) {
            return new Reservation(it.orderId(), it.lines(), state);
        }

        static Settled settled(Reservation next, Movement movement, InventoryEvent reply) {
            return new Settled(next, movement, Optional.of(reply));
        }
    }

    /** One wrong row in the table of a payment's life. */
    private abstract static class PaymentDefect extends Rules {

        abstract boolean isWrongFor(Intent it, IntentFact fact);

        abstract Intent.Step wrong(Intent it, IntentFact fact);

        @Override
        Intent.Step payment(Intent it, IntentFact fact) {
            return isWrongFor(it, fact) ? wrong(it, fact) : super.payment(it, fact);
        }

        static Intent in(Intent it, IntentState state) {
            return new Intent(
                    it.id(), it.orderId(), it.charge(), it.reference(), state, it.refunds(), it.version(), it.trace());
        }

        static Intent.Step silent(Intent it) {
            return new Intent.Step(it, List.of(), List.of());
        }
    }
}
