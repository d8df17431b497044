package com.ecom.simulation;

import static com.ecom.simulation.NotificationModel.Template.CANCELLED;
import static com.ecom.simulation.NotificationModel.Template.CONFIRMED;
import static com.ecom.simulation.NotificationModel.Template.REFUNDED;

import com.ecom.inventory.model.ReservationState;
import com.ecom.order.model.CancelReason;
import com.ecom.order.model.Order;
import com.ecom.order.model.OrderEvent;
import com.ecom.order.model.OrderState.Cancelled;
import com.ecom.order.model.OrderState.Confirmed;
import com.ecom.order.model.OrderState.Confirming;
import com.ecom.order.model.OrderState.Sold;
import com.ecom.order.model.Refund;
import com.ecom.simulation.ProviderModel.Account;
import com.ecom.simulation.ProviderModel.Standing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Watches the whole time, adds everything up at the end, and keeps whatever broke the promise. */
final class Witness {

    private final World world;
    private final List<String> violations = new ArrayList<>();
    private final Set<UUID> paid = new HashSet<>();
    private final Set<UUID> cancelled = new HashSet<>();
    private final Map<UUID, Integer> confirmations = new HashMap<>();

    Witness(World world) {
        this.world = world;
    }

    void sees(Order order, List<OrderEvent> said) {
        var id = order.id().value();
        said.stream()
                .filter(OrderEvent.OrderConfirmed.class::isInstance)
                .forEach(_ -> confirmations.merge(id, 1, Integer::sum));
        expect(world.coupons.agreeWith(order), id, "has a use of the code that is not what the order is");
        expect(world.coupons.addUp(), id, "made the code used too often, or otherwise than is counted");
        var isSold = order.state() instanceof Sold;
        expect(isSold || order.refunds().all().isEmpty(), id, "gives money back although it is not sold");
        expect(!isSold || order.refundable().amount() >= 0, id, "promises more back than was taken");
        switch (order.state()) {
            case Confirming _ -> paid.add(id);
            case Cancelled(var reason) -> {
                cancelled.add(id);
                expect(!hasStock(id), id, "is cancelled while it has stock");
                expect(!hasMoney(id), id, "is cancelled while it has money");
                expect(
                        reason != CancelReason.TIMED_OUT || !paid.contains(id),
                        id,
                        "was given up by time although it was paid for");
            }
            default -> expect(!cancelled.contains(id), id, "came back after it was cancelled");
        }
    }

    void seesMovement(UUID order, int delta, boolean firstOfItsKind) {
        expect(firstOfItsKind, order, "moved its stock twice for the same reason");
        expect(delta > 0 || !world.orderModel.isCancelled(order), order, "took stock after it was cancelled");
    }

    void seesShelf(String sku, int available) {
        expect(available >= 0, sku, "was oversold");
    }

    void seesAuthorization(UUID order) {
        expect(!world.orderModel.isCancelled(order), order, "had money put aside after it was cancelled");
        expect(
                !(world.inventoryModel.of(order).state() instanceof ReservationState.Rejected),
                order,
                "had money put aside although there is no stock for it");
    }

    void seesCapture(UUID order) {
        expect(
                world.inventoryModel.of(order).state() instanceof ReservationState.Committed,
                order,
                "had its money taken before its stock was committed");
    }

    void seesMoneyGoBack(UUID order, long returned, long taken) {
        expect(returned <= taken, order, "got more back than was taken");
    }

    /** When everything has calmed down. */
    void addsUp(Map<String, Integer> delivered, boolean everyMessageArrived) {
        var sold = new HashMap<String, Integer>();
        for (var order : world.orderModel.all()) {
            expect(world.coupons.agreeWith(order), order.id(), "has a use of the code that is not what the order is");
            switch (order.state()) {
                case Confirmed _ -> isSold(order, everyMessageArrived, sold);
                case Cancelled _ -> isNotSold(order, everyMessageArrived);
                default -> expect(false, order.id(), "is stuck in " + order.state());
            }
        }
        delivered.forEach((sku, initial) -> {
            var available = world.inventoryModel.available(sku);
            expect(available == initial - sold.getOrDefault(sku, 0), sku, "is not all there");
            expect(available == world.inventoryModel.booked(sku), sku, "is not explained by its ledger");
        });
    }

    List<String> violations() {
        return violations;
    }

    private void isSold(Order order, boolean everyMessageArrived, Map<String, Integer> sold) {
        var id = order.id().value();
        var account = world.provider.of(id);
        order.lines().forEach(it -> sold.merge(it.sku(), it.quantity(), Integer::sum));
        expect(
                world.inventoryModel.of(id).state() instanceof ReservationState.Committed,
                id,
                "is sold without its stock");
        // What somebody at the provider gives back after that is for people: comparing the books names it.
        expect(account.standing == Standing.CAPTURED || account.givenBackPastTheShop, id, "is sold without its money");
        expect(account.captures == 1 && account.authorizations == 1, id, "was charged more than once");
        expect(account.taken.equals(order.total()), id, "was charged " + account.taken);
        expect(confirmations.getOrDefault(id, 0) == 1, id, "was confirmed more than once");
        mailed(
                id,
                world.notifications.sent(id, CONFIRMED),
                world.notifications.sent(id, CANCELLED),
                everyMessageArrived);
        isGivenBackAsTheBooksSay(order, account, everyMessageArrived);
    }

    /** Three books say the same: the provider's, the payment's and the order's. */
    private void isGivenBackAsTheBooksSay(Order order, Account account, boolean everyMessageArrived) {
        var id = order.id().value();
        expect(account.returned <= account.taken.amount(), id, "got more back than was taken");
        expect(
                world.payments.refundsOf(id).given() == account.returned,
                id,
                "has refunds that payment-service does not know");
        expect(order.refunded().amount() == account.returned, id, "does not know what was given back");
        for (var refund : order.refunds().all()) {
            var mails = world.notifications.sent(refund.id(), REFUNDED);
            var isDone = refund.standing() == Refund.Standing.REFUNDED;
            expect(refund.standing() != Refund.Standing.REQUESTED, id, "waits for a refund for ever");
            var wasDone = isDone || account.cameBack.contains(refund.id());
            expect(mails <= (wasDone ? 1 : 0), id, "got a mail of a refund that was none, or two");
            expect(mails == 1 || !isDone || !everyMessageArrived, id, "got no mail of its refund");
        }
    }

    private void isNotSold(Order order, boolean everyMessageArrived) {
        var id = order.id().value();
        expect(!hasStock(id), id, "is not sold and has stock");
        expect(!hasMoney(id), id, "is not sold and has money");
        mailed(
                id,
                world.notifications.sent(id, CANCELLED),
                world.notifications.sent(id, CONFIRMED),
                everyMessageArrived);
    }

    private void mailed(UUID order, int right, int wrong, boolean everyMessageArrived) {
        expect(right <= 1, order, "got the same mail twice");
        expect(right == 1 || !everyMessageArrived, order, "got no mail");
        expect(wrong == 0, order, "got the wrong mail");
    }

    private boolean hasStock(UUID order) {
        return switch (world.inventoryModel.of(order).state()) {
            case ReservationState.Held _, ReservationState.Committed _ -> true;
            default -> false;
        };
    }

    private boolean hasMoney(UUID order) {
        return switch (world.provider.of(order).standing) {
            case AUTHORIZED, CAPTURED -> true;
            default -> false;
        };
    }

    private void expect(boolean truth, Object about, String otherwise) {
        if (!truth) {
            var violation = about + " " + otherwise;
            violations.add(violation);
            world.trace(() -> "VIOLATION: " + violation);
        }
    }
}
