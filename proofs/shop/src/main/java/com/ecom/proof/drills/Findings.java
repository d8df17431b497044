package com.ecom.proof.drills;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What was seen in a drill besides its times. */
final class Findings {

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final List<String> wrong = new CopyOnWriteArrayList<>();

    void saw(String what) {
        seen.add(what);
    }

    /** What should have been is seen, anything else is a problem. */
    void check(boolean asItShouldBe, String what) {
        (asItShouldBe ? seen : wrong).add(asItShouldBe ? what : "Not so: " + what);
    }

    List<String> seen() {
        return List.copyOf(seen);
    }

    List<String> wrong() {
        return List.copyOf(wrong);
    }
}
