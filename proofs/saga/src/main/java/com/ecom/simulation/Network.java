package com.ecom.simulation;

import java.util.ArrayList;
import java.util.List;

/** Messages under way. They arrive in any order; a message stays until whoever it is for has acknowledged it. */
final class Network {

    private final List<Message> underWay = new ArrayList<>();
    private final Chance chance;
    private final double vanishing;
    private long sent;

    /** @param vanishing how often a message is lost for good, as no broker may and a restored one does */
    Network(Chance chance, double vanishing) {
        this.chance = chance;
        this.vanishing = vanishing;
    }

    void send(Party to, Object content) {
        if (!chance.misfortune(vanishing)) {
            underWay.add(new Message(sent++, to, content));
        }
    }

    boolean isQuiet() {
        return underWay.isEmpty();
    }

    void deliverOne() {
        var index = chance.below(underWay.size());
        var message = underWay.get(index);
        if (message.to().receive(message) && !chance.misfortune(0.05)) {
            underWay.set(index, underWay.getLast());
            underWay.removeLast();
        }
    }

    record Message(long id, Party to, Object content) {}

    interface Party {

        /** Whether the message need not come again. */
        boolean receive(Message message);
    }
}
