package com.ecom.payment.model;

import java.time.Duration;

/** Who of all instances does what is done once for all of them. */
public interface Turns {

    /**
     * Whether it is the caller's turn. Nobody else's comes before that time is over, even if the caller dies meanwhile.
     *
     * @param task by its name; the same one everywhere
     */
    boolean take(String task, Duration every);
}
