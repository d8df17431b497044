package com.ecom.core.inbox;

import com.ecom.core.envelope.Envelope;
import java.util.List;
import java.util.function.Consumer;

/** Lets messages take effect, each at most once per consumer. */
interface Inbox {

    /** Handles those that were not handled before, together and in their order: all of them or, if one fails, none. */
    void handle(String consumer, List<Envelope> messages, Consumer<List<Envelope>> effect);
}
