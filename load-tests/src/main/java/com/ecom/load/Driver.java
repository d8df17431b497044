package com.ecom.load;

import java.io.IOException;
import java.net.URI;

/** Asks one address as fast as it answers: whoever has an answer asks again. */
interface Driver {

    /**
     * @param connections how many ask at the same time
     * @throws IOException if any answer was not a good one: a fast refusal is no speed
     */
    Figures run(URI address, int connections, int seconds) throws IOException, InterruptedException;

    /** @param p50 in milliseconds, like {@code p99} */
    record Figures(double perSecond, double p50, double p99) {}
}
