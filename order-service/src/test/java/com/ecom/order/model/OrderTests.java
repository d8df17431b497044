package com.ecom.order.model;

import static com.ecom.order.model.OrderFixtures.NOW;
import static com.ecom.order.model.OrderFixtures.after;
import static com.ecom.order.model.OrderFixtures.awaitingCustomer;
import static com.ecom.order.model.OrderFixtures.cancelled;
import static com.ecom.order.model.OrderFixtures.cancelling;
import static com.ecom.order.model.OrderFixtures.capturing;
import static com.ecom.order.model.OrderFixtures.confirmed;
import static com.ecom.order.model.OrderFixtures.confirming;
import static com.ecom.order.model.OrderFixtures.delivered;
import static com.ecom.order.model.OrderFixtures.placed;
import static com.ecom.order.model.OrderFixtures.reserved;
import static com.ecom.order.model.OrderFixtures.shipped;
import static com.ecom.order.model.OrderFixtures.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.ecom.order.model.Order.Step;
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
import com.ecom.order.model.OrderState.Cancelled;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrderTests {

    private static final List<OrderFact> FACTS = List.of(
            new StockReserved(),
            new StockRefused(CancelReason.OUT_OF_STOCK),
            new StockCommitted(),
            new CommitFailed(),
            new StockReleased(),
            new ReservationExpired(),
            new PaymentAuthorized(),
            new PaymentFailed(),
            new ActionRequired(OrderFixtures.BANK),
            new PaymentCaptured(),
            new CaptureFailed(),
            new PaymentVoided(),
            new CancelRequested(CancelReason.BY_CUSTOMER),
            new Overdue(),
            new RefundRequested(UUID.randomUUID(), usd(899)),
            new Refunded(UUID.randomUUID(), usd(899)),
            new RefundFailed(UUID.randomUUID(), "card_closed"),
            new ParcelSent(OrderFixtures.PARCEL),
            new ParcelArrived());

    /** Every pair of state and fact that is not in this table must change nothing and say nothing. */
    private static final Map<String, String> TABLE = new TreeMap<>(Map.ofEntries(
            Map.entry("PendingStock + StockReserved", "PendingPayment, AuthorizePayment"),
            Map.entry("PendingStock + StockRefused", "Cancelled, OrderCancelled"),
            Map.entry("PendingStock + CancelRequested", "Cancelling, ReleaseStock, VoidPayment"),
            Map.entry("PendingStock + Overdue", "Cancelling, ReleaseStock, VoidPayment"),
            Map.entry("PendingStock + ReservationExpired", "Cancelling, ReleaseStock, VoidPayment"),
            Map.entry("PendingStock + StockReleased", "Cancelling, ReleaseStock, VoidPayment"),
            Map.entry("PendingPayment + PaymentCaptured", "Confirming, CommitStock"),
            Map.entry("PendingPayment + PaymentVoided", "Cancelling, ReleaseStock"),
            Map.entry("PendingPayment + CaptureFailed", "Cancelling, ReleaseStock, VoidPayment"),
            Map.entry("PendingPayment + StockReleased", "Cancelling, ReleaseStock, VoidPayment"),
            Map.entry("PendingPayment + StockRefused", "Cancelling, ReleaseStock, VoidPayment"),
            Map.entry("AwaitingCustomer + PaymentCaptured", "Confirming, CommitStock"),
            Map.entry("AwaitingCustomer + PaymentVoided", "Cancelling, ReleaseStock"),
            Map.entry("AwaitingCustomer + CaptureFailed", "Cancelling, ReleaseStock, VoidPayment"),
            Map.entry("AwaitingCustomer + StockReleased", "Cancelling, ReleaseStock, VoidPayment"),
            Map.entry("AwaitingCustomer + StockRefused", "Cancelling, ReleaseStock, VoidPayment"),
            Map.entry("Confirming + CaptureFailed", "Cancelling, ReleaseStock, VoidPayment"),
            Map.entry("Confirming + PaymentVoided", "Cancelling, ReleaseStock, VoidPayment"),
            Map.entry("Confirming + PaymentFailed", "Cancelling, ReleaseStock, VoidPayment"),
            Map.entry("Capturing + PaymentVoided", "Cancelling, ReleaseStock, VoidPayment"),
            Map.entry("Capturing + PaymentFailed", "Cancelling, ReleaseStock, VoidPayment"),
            Map.entry("PendingPayment + PaymentAuthorized", "Confirming, CommitStock"),
            Map.entry("PendingPayment + PaymentFailed", "Cancelling, ReleaseStock"),
            Map.entry("PendingPayment + ActionRequired", "AwaitingCustomer"),
            Map.entry("PendingPayment + ReservationExpired", "Cancelling, ReleaseStock, VoidPayment"),
            Map.entry("PendingPayment + CancelRequested", "Cancelling, ReleaseStock, VoidPayment"),
            Map.entry("PendingPayment + Overdue", "Cancelling, ReleaseStock, VoidPayment"),
            Map.entry("AwaitingCustomer + PaymentAuthorized", "Confirming, CommitStock"),
            Map.entry("AwaitingCustomer + PaymentFailed", "Cancelling, ReleaseStock"),
            Map.entry("AwaitingCustomer + ReservationExpired", "Cancelling, ReleaseStock, VoidPayment"),
            Map.entry("AwaitingCustomer + CancelRequested", "Cancelling, ReleaseStock, VoidPayment"),
            Map.entry("AwaitingCustomer + Overdue", "Cancelling, ReleaseStock, VoidPayment"),
            Map.entry("Confirming + StockCommitted", "Capturing, CapturePayment"),
            Map.entry("Confirming + CommitFailed", "Cancelling, ReleaseStock, VoidPayment"),
            Map.entry("Confirming + Overdue", "Confirming, CommitStock"),
            Map.entry("Capturing + Overdue", "Capturing, CapturePayment"),
            Map.entry("Capturing + PaymentCaptured", "Confirmed, OrderConfirmed"),
            Map.entry("Capturing + CaptureFailed", "Cancelling, ReleaseStock, VoidPayment"),
            Map.entry("Confirmed + ParcelSent", "Shipped, OrderShipped"),
            Map.entry("Shipped + ParcelArrived", "Delivered, OrderDelivered"),
            Map.entry("Confirmed + RefundRequested", "Confirmed, RefundPayment"),
            Map.entry("Shipped + RefundRequested", "Shipped, RefundPayment"),
            Map.entry("Delivered + RefundRequested", "Delivered, RefundPayment"),
            Map.entry("Confirmed + Refunded", "Confirmed, OrderRefunded"),
            Map.entry("Shipped + Refunded", "Shipped, OrderRefunded"),
            Map.entry("Delivered + Refunded", "Delivered, OrderRefunded"),
            Map.entry("Cancelling + Overdue", "Cancelling, ReleaseStock, VoidPayment"),
            Map.entry("Cancelling + StockReleased", "Cancelling"),
            Map.entry("Cancelling + PaymentVoided", "Cancelling"),
            Map.entry("Cancelling + StockReserved", "Cancelling, ReleaseStock"),
            Map.entry("Cancelling + PaymentAuthorized", "Cancelling, VoidPayment"),
            Map.entry("Cancelling + PaymentCaptured", "Cancelling, VoidPayment"),
            Map.entry("Cancelled + StockReserved", "Cancelled, ReleaseStock"),
            Map.entry("Cancelled + PaymentAuthorized", "Cancelled, VoidPayment"),
            Map.entry("Cancelled + PaymentCaptured", "Cancelled, VoidPayment")));

    /** Besides the one that every order begins with. */
    @Test
    void everyFactHasAWordOfItsOwn() {
        assertThat(FACTS.stream().map(FactName::of))
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(FactName.ORDER_PLACED)));
        assertThat(Stream.of(FactName.values()).map(FactName::published)).doesNotHaveDuplicates();
    }

    @Test
    void everyFactInEveryStateDoesWhatTheTableSays() {
        var states = List.of(
                placed(),
                reserved(),
                awaitingCustomer(),
                confirming(),
                capturing(),
                confirmed(),
                shipped(),
                delivered(),
                cancelling(),
                cancelled());
        var actual = new TreeMap<String, String>();
        for (var order : states) {
            for (var fact : FACTS) {
                if (order.on(fact, NOW) instanceof Step.Taken(var next, var events)) {
                    var outcome = Stream.concat(Stream.of(next.state()), events.stream());
                    actual.put(
                            nameOf(order.state()) + " + " + nameOf(fact),
                            outcome.map(OrderTests::nameOf).collect(Collectors.joining(", ")));
                }
            }
        }
        assertThat(actual).isEqualTo(TABLE);
    }

    @Test
    void theTableKnowsEveryStateAndEveryFact() {
        assertThat(FACTS.stream().map(it -> (Object) it.getClass()))
                .containsExactlyInAnyOrderElementsOf(kindsOf(OrderFact.class).toList());
        assertThat(kindsOf(OrderState.class)).hasSize(10);
    }

    @Test
    void isCancelledOnceBothStockAndMoneyAreBackInWhateverOrder() {
        var stockFirst = after(after(cancelling(), new StockReleased()), new PaymentVoided());
        var moneyFirst = after(after(cancelling(), new PaymentVoided()), new StockReleased());

        assertThat(stockFirst.state()).isEqualTo(new Cancelled(CancelReason.BY_CUSTOMER));
        assertThat(moneyFirst.state()).isEqualTo(stockFirst.state());
    }

    @Test
    void waitsForBothAnswersHoweverOftenOneIsRepeated() {
        var released = after(after(cancelling(), new StockReleased()), new StockReleased());
        var voided = after(after(cancelling(), new PaymentVoided()), new PaymentVoided());

        assertThat(released.state()).isEqualTo(new OrderState.Cancelling(CancelReason.BY_CUSTOMER, true, false));
        assertThat(voided.state()).isEqualTo(new OrderState.Cancelling(CancelReason.BY_CUSTOMER, false, true));
    }

    @Test
    void remindsOnlyWhoeverStillOwesAnAnswer() {
        var moneyOwed = after(cancelling(), new StockReleased());
        var stockOwed = after(cancelling(), new PaymentVoided());

        assertThat(said(moneyOwed, new Overdue())).containsExactly("VoidPayment");
        assertThat(said(stockOwed, new Overdue())).containsExactly("ReleaseStock");
    }

    @Test
    void countsRemindersUntilTheAnswerComes() {
        var reminded = after(after(confirming(), new Overdue()), new Overdue());

        assertThat(reminded.reminders()).isEqualTo(2);
        assertThat(after(reminded, new StockCommitted()).reminders()).isZero();
    }

    @Test
    void aDeclinedPaymentNeedsOnlyTheStockBack() {
        var declined = after(reserved(), new PaymentFailed());

        assertThat(after(declined, new StockReleased()).state())
                .isEqualTo(new Cancelled(CancelReason.PAYMENT_DECLINED));
    }

    @Test
    void costsWhatItsLinesCost() {
        assertThat(placed().total()).isEqualTo(usd(3_897));
    }

    @Test
    void hasAtLeastOneLine() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Order.place(placed().id(), OrderFixtures.ADA, List.of(), "pm_card_ok"));
    }

    private static Stream<Class<?>> kindsOf(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(OrderTests::kindsOf)
                : Stream.of(type);
    }

    private static List<String> said(Order order, OrderFact fact) {
        return ((Step.Taken) order.on(fact, NOW))
                .events().stream().map(OrderTests::nameOf).toList();
    }

    private static String nameOf(Object it) {
        return it.getClass().getSimpleName();
    }
}
