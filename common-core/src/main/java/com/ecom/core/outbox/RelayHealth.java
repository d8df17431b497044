package com.ecom.core.outbox;

import java.time.Duration;

/** Whether what is published still gets out; deadlines that depend on an answer should not run while it does not. */
public interface RelayHealth {

    /** How long deliveries have worked without a failure; zero from a failed one until one succeeds again. */
    Duration deliveringFor();
}
