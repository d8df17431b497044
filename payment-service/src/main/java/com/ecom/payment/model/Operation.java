package com.ecom.payment.model;

/** What a provider is asked to do; its name with the order's id is the idempotency key, so each happens once. */
public enum Operation {
    AUTHORIZE,
    CAPTURE,
    /** Lets go what is put aside, gives back what was taken. */
    VOID
}
