package com.ecom.simulation;

import com.ecom.inventory.model.Decision;
import com.ecom.inventory.model.Reservation;
import com.ecom.inventory.model.ReservationFact;
import com.ecom.order.model.Order;
import com.ecom.order.model.OrderFact;
import com.ecom.payment.model.Intent;
import com.ecom.payment.model.IntentFact;
import com.ecom.simulation.Coupons.Use;
import java.time.Instant;

/**
 * What the shop does: the production lifecycles, and the guarantees of the code around them. Each {@link Defect} breaks
 * one of them.
 */
class Rules {

    Order.Step order(Order order, OrderFact fact, Instant now) {
        return order.on(fact, now);
    }

    Decision reservation(Reservation reservation, ReservationFact fact) {
        return reservation.on(fact);
    }

    Intent.Step payment(Intent intent, IntentFact fact) {
        return intent.on(fact);
    }

    /** The guarded update of the shelf. */
    boolean enough(int available, int wanted) {
        return available >= wanted;
    }

    boolean takesAllLinesOrNone() {
        return true;
    }

    boolean booksEveryMovement() {
        return true;
    }

    /** Rows are locked, or carry a version, between being read and being written. */
    boolean writesWhatItRead(Class<?> row) {
        return true;
    }

    /** Messages are committed with the change that they report. */
    boolean saysWhatItDid() {
        return true;
    }

    /** Nothing is said of what was not committed. */
    boolean saysOnlyWhatItDid() {
        return true;
    }

    boolean acknowledgesAfterwards() {
        return true;
    }

    boolean commitsBeforeItCalls() {
        return true;
    }

    boolean triesCallsAgain() {
        return true;
    }

    /** Whether the provider can tell a repeated call by its key. */
    boolean sendsIdempotencyKeys() {
        return true;
    }

    /** The guarded update of a promotion's counter. */
    boolean usesLeft(int used, int most) {
        return used < most;
    }

    /** With the order itself, and not once it is sold. */
    boolean reservesUses() {
        return true;
    }

    /** What an order's use becomes with a step of the order: it is settled once. */
    Use use(Use before, Order order) {
        return before == Use.RESERVED ? Coupons.rightFor(order) : before;
    }

    /** Whether the counter goes down by what became of a use. */
    boolean givesBack(Use before, Use now) {
        return before == Use.RESERVED && now == Use.RELEASED;
    }

    /** One mail per order and template, for good. */
    boolean mailsOnce() {
        return true;
    }
}
