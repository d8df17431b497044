package com.ecom.payment.model;

import java.util.List;

/** What the provider is still to be asked. */
public interface Calls {

    /**
     * Notes, in the caller's transaction, calls that are made soon after its commit. Asking again for one that was made
     * makes it again, which the provider knows by its key.
     */
    void request(List<Wanted> calls);

    /** A call to be made for a payment as it is now. */
    record Wanted(Intent intent, Operation operation) {}
}
