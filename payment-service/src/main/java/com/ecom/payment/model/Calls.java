package com.ecom.payment.model;

import java.util.UUID;

/** What the provider is still to be asked. */
public interface Calls {

    /** Notes, in the caller's transaction, a call that is made soon after its commit. Asking twice for one makes one. */
    void request(UUID intent, Operation operation);
}
