package com.ecom.simulation;

import com.ecom.core.money.Money;
import com.ecom.order.model.CancelReason;
import com.ecom.order.model.OrderFact.CancelRequested;
import com.ecom.order.model.OrderFact.Overdue;
import com.ecom.order.model.OrderLine;
import com.ecom.order.model.OrderState.Confirmed;
import com.ecom.simulation.ProviderModel.Card;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One schedule: a few orders for a little stock, in a world that reorders, repeats, crashes and forgets as its seed
 * says. Then the misfortunes end, timers go on, and within that calm every order has to end.
 */
final class World {

    private static final int ORDERS = 6;
    private static final int ROUGH_STEPS = 260;
    private static final int CALM_ROUNDS = 60;
    private static final Map<String, Integer> DELIVERED = Map.of("TEA", 6, "MUG", 4);

    final Rules rules;
    final Chance chance;
    final Network network;
    final Witness witness;
    final ProviderModel provider;
    final Coupons coupons;
    final OrderModel orderModel;
    final InventoryModel inventoryModel;
    final PaymentModel payments;
    final NotificationModel notifications;

    private final long seed;
    private final boolean everyMessageArrives;
    private final @Nullable Consumer<String> story;
    private final List<UUID> orders = new ArrayList<>();
    /** Of its own, so that who has a coupon changes nothing else in the story. */
    private final Chance choices;

    private long refunds;
    private Instant now = Instant.parse("2026-01-15T10:00:00Z");

    private World(long seed, Rules rules, @Nullable Consumer<String> story) {
        this.seed = seed;
        this.rules = rules;
        this.story = story;
        // Every third world has a broker that loses messages: watchdogs and reconciliation have to make up for it.
        everyMessageArrives = seed % 3 != 0;
        chance = new Chance(seed);
        choices = new Chance(~seed);
        network = new Network(chance, everyMessageArrives ? 0 : 0.03);
        witness = new Witness(this);
        provider = new ProviderModel(this);
        coupons = new Coupons(this);
        orderModel = new OrderModel(this);
        inventoryModel = new InventoryModel(this);
        payments = new PaymentModel(this);
        notifications = new NotificationModel(this);
        DELIVERED.forEach(inventoryModel::stock);
    }

    static Outcome run(long seed, Rules rules) {
        return new World(seed, rules, null).run();
    }

    /** The same, with everything that happens on the way. */
    static Outcome replay(long seed, Rules rules, Consumer<String> story) {
        return new World(seed, rules, story).run();
    }

    Instant now() {
        return now;
    }

    void trace(Supplier<String> line) {
        if (story != null) {
            story.accept(line.get());
        }
    }

    private Outcome run() {
        for (int i = 0; i < ROUGH_STEPS; i++) {
            now = now.plusSeconds(chance.below(60));
            somethingHappens();
        }
        while (orders.size() < ORDERS) {
            placeNext();
        }
        chance.calmDown();
        trace(() -> "calm");
        // The first round is for what nobody waits for: a refund may have failed that was done long ago.
        for (int i = 0; i == 0 || (i < CALM_ROUNDS && !isAllOver()); i++) {
            calmRound();
        }
        witness.addsUp(DELIVERED, everyMessageArrives);
        int confirmed = 0;
        for (var order : orderModel.all()) {
            confirmed += order.state() instanceof Confirmed ? 1 : 0;
        }
        return new Outcome(seed, confirmed, ORDERS - confirmed, List.copyOf(witness.violations()));
    }

    private void somethingHappens() {
        if (orders.size() < ORDERS && chance.oneIn(12)) {
            placeNext();
            return;
        }
        switch (chance.below(100)) {
            case 0 -> toSomeOrder(it -> orderModel.apply(it, new CancelRequested(CancelReason.BY_CUSTOMER)));
            case 1 -> toSomeOrder(it -> orderModel.apply(it, new Overdue()));
            case 2, 3 -> toSomeOrder(inventoryModel::letTimePass);
            case 4, 5 -> toSomeOrder(payments::reconcile);
            case 9, 10, 11, 12 -> toSomeOrder(this::refund);
            case 13, 14 -> toSomeOrder(provider::refundComesBack);
            case 15, 16 -> toSomeOrder(provider::letsGo);
            case 17 -> toSomeOrder(provider::givesAllBack);
            case 6, 7, 8 -> toSomeOrder(it -> provider.customerAnswers(it, !chance.oneIn(4)));
            default -> workGoesOn();
        }
    }

    private void workGoesOn() {
        var due = payments.due();
        if (!due.isEmpty() && (network.isQuiet() || chance.oneIn(5))) {
            payments.make(chance.oneOf(due));
        } else if (!network.isQuiet()) {
            network.deliverOne();
        }
    }

    private void calmRound() {
        while (!network.isQuiet()) {
            network.deliverOne();
        }
        payments.due().forEach(payments::make);
        orders.forEach(payments::reconcile);
        if (network.isQuiet() && payments.due().isEmpty()) {
            now = now.plusSeconds(3_600);
            orders.forEach(inventoryModel::letTimePass);
            orders.stream().filter(it -> !orderModel.isOver(it)).forEach(it -> orderModel.apply(it, new Overdue()));
        }
    }

    private boolean isAllOver() {
        return network.isQuiet() && payments.due().isEmpty() && orders.stream().allMatch(orderModel::isOver);
    }

    private void placeNext() {
        var id = new UUID(seed, orders.size());
        var card = switch (chance.below(10)) {
            case 0 -> Card.DECLINED;
            case 1 -> Card.NEVER_PAYS;
            case 2, 3 -> Card.ASKS_THE_CUSTOMER;
            case 4 -> Card.TAKES_NOTHING_BACK;
            // An order that believes in its refund asks nobody: that it failed must reach it.
            case 5 -> everyMessageArrives ? Card.SENDS_REFUNDS_BACK : Card.GOOD;
            default -> Card.GOOD;
        };
        provider.open(id, card);
        orderModel.place(id, someLines(), "pm_" + card, choices.oneIn(2));
        orders.add(id);
    }

    private void refund(UUID order) {
        orderModel.refund(order, new UUID(order.getMostSignificantBits(), 1_000L + refunds++), 1 + chance.below(3));
    }

    private List<OrderLine> someLines() {
        var tea = new OrderLine("TEA", "p1", "Tea", 1 + chance.below(2), Money.of(899, "USD"));
        var mug = new OrderLine("MUG", "p2", "Mug", 1, Money.of(1_499, "USD"));
        return switch (chance.below(3)) {
            case 0 -> List.of(tea);
            case 1 -> List.of(mug);
            default -> List.of(tea, mug);
        };
    }

    private void toSomeOrder(Consumer<UUID> action) {
        if (!orders.isEmpty()) {
            action.accept(chance.oneOf(orders));
        }
    }

    /** @param violations what broke the promise; empty when all is well */
    record Outcome(long seed, int confirmed, int cancelled, List<String> violations) {

        boolean isGood() {
            return violations.isEmpty();
        }
    }
}
