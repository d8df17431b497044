package com.ecom.core.inbox;

import com.ecom.core.envelope.Envelope;
import java.util.List;
import java.util.function.Consumer;

/** For services without a database of rows: their effects compare versions, so a repetition changes nothing. */
class NoInbox implements Inbox {

    @Override
    public void handle(String consumer, List<Envelope> messages, Consumer<List<Envelope>> effect) {
        effect.accept(messages);
    }
}
