package com.ecom.order.model.shares;

import com.ecom.order.model.shares.Paid.Part;
import com.ecom.order.model.totals.Rounding;

/**
 * What was paid for so many units, and what of it was given back. Any sequence of parts ends at exactly what was paid and
 * taxed, because each is what should have been given by then without what was.
 *
 * @param back units that money was given back for
 * @param given money, for units and without
 */
record Position(int quantity, Part paid, int back, Part given) {

    static Position of(int quantity, Part paid) {
        return new Position(quantity, paid, 0, Part.NOTHING);
    }

    /** Two lines of the same, as one. */
    Position plus(Position more) {
        return new Position(quantity + more.quantity, paid.plus(more.paid), back + more.back, given.plus(more.given));
    }

    long left() {
        return paid.amount() - given.amount();
    }

    int unitsLeft() {
        return quantity - back;
    }

    /** What the first so many units are worth together. */
    long worth(int units, long step) {
        return Rounding.DOWN.of(paid.amount(), units, quantity, step);
    }

    /** For so many units more, at most what is left; for the last ones all of it, whatever failed or was given before. */
    long forUnits(int units, long step) {
        return units == unitsLeft() ? left() : Math.min(left(), worth(back + units, step) - worth(back, step));
    }

    /** An amount, and the tax in it; where an earlier refund failed, never less than none or more than all of it. */
    Part part(long amount) {
        var due = taxIn(given.amount() + amount) - given.tax();
        return new Part(amount, Math.clamp(due, 0, amount));
    }

    Position after(int units, Part part) {
        return new Position(quantity, paid, back + units, given.plus(part));
    }

    private long taxIn(long amount) {
        return paid.amount() == 0 ? 0 : Rounding.DOWN.of(paid.tax(), amount, paid.amount(), 1);
    }
}
