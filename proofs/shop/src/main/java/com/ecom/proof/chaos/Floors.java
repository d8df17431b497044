package com.ecom.proof.chaos;

import java.util.ArrayList;
import java.util.List;

/** What a run has to amount to: a fire that hardly burned, or a shop that sent nearly everybody away, proves nothing. */
final class Floors {

    private static final int LEAST_ACCEPTED_PERCENT = 80;
    private static final int SECONDS_FOR_A_MISFORTUNE = 20;

    private Floors() {}

    static List<String> missedBy(int planned, long accepted, int misfortunes, double seconds) {
        var missed = new ArrayList<String>();
        if (accepted * 100 < (long) planned * LEAST_ACCEPTED_PERCENT) {
            missed.add("Only %d of %d orders were accepted".formatted(accepted, planned));
        }
        if (misfortunes * SECONDS_FOR_A_MISFORTUNE < seconds) {
            missed.add("Only %d misfortunes in %.0f s".formatted(misfortunes, seconds));
        }
        return missed;
    }
}
