package com.ecom.payment.model;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All payments, one for each order. */
public interface Intents {

    /**
     * These orders' payments, made where there were none, and locked until the end of the transaction.
     *
     * @param charges for each order what somebody asked to authorize, if anybody did
     */
    Map<UUID, Intent> lock(Map<UUID, @Nullable Charge> charges);

    /** Those of these orders' payments that somebody has asked for already, locked. */
    Map<UUID, Intent> lockKnown(Collection<UUID> orders);

    /** Those of these orders' payments that there are, as they are now; nobody is kept from changing them. */
    Map<UUID, Intent> look(Collection<UUID> orders);

    /** Keeps the state of payments that were locked before. */
    void keep(Collection<Intent> intents);
}
