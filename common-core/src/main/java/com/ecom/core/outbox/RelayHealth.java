package com.ecom.core.outbox;

import java.time.Duration;

/** Whether what is published still gets out; deadlines that depend on an answer should not run while it does not. */
public interface RelayHealth {

    /**
     * How long the broker has been there without a failure, by what was delivered and, when there is nothing to deliver,
     * by asking it every few seconds. Zero from a failure until it answers again, and when it has not answered lately.
     */
    Duration deliveringFor();
}
