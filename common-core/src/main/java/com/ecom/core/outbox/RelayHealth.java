package com.ecom.core.outbox;

/** Whether what is published still gets out; deadlines that depend on an answer should not run while it does not. */
public interface RelayHealth {

    /** False from the first failed delivery until one succeeds again. */
    boolean delivering();
}
