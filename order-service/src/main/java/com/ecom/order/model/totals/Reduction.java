package com.ecom.order.model.totals;

import java.util.Arrays;

/**
 * What an effect would take off a basket as it is.
 *
 * @param byLine of each line, in minor units
 * @param dealt how many units of each line it binds, so that no other deal counts them
 */
@SuppressWarnings("ArrayRecordComponent") // made and read within one calculation
record Reduction(long[] byLine, int[] dealt, long shipping) {

    static Reduction ofLines(long[] byLine) {
        return new Reduction(byLine, new int[byLine.length], 0);
    }

    static Reduction ofShipping(int lines, long amount) {
        return new Reduction(new long[lines], new int[lines], amount);
    }

    long amount() {
        return Math.addExact(shipping, Arrays.stream(byLine).reduce(0, Math::addExact));
    }
}
