package com.ecom.simulation;

import com.ecom.simulation.Network.Message;
import com.ecom.simulation.Network.Party;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Inbox, effect and outbox in one transaction, which a crash undoes as a whole. */
abstract class Service implements Party {

    final World world;
    private final Set<Long> inbox = new HashSet<>();

    Service(World world) {
        this.world = world;
    }

    /** What the message leads to; nothing happens before that is committed. */
    abstract Change effectOf(Object content);

    @Override
    public final boolean receive(Message message) {
        if (inbox.contains(message.id())) {
            return true;
        }
        if (!transact(effectOf(message.content()))) {
            return !world.rules.acknowledgesAfterwards();
        }
        if (!world.chance.misfortune(0.05)) {
            inbox.add(message.id());
        }
        return true;
    }

    /** Returns false if a crash came before the commit. */
    final boolean transact(Change change) {
        if (world.chance.misfortune(0.08)) {
            if (!world.rules.saysOnlyWhatItDid()) {
                change.messages().forEach(this::say);
            }
            return false;
        }
        change.keep().run();
        change.messages().forEach(it -> {
            if (world.rules.saysWhatItDid() || !world.chance.misfortune(0.02)) {
                say(it);
            }
        });
        return true;
    }

    private void say(Outgoing it) {
        world.trace(() -> "%s says %s".formatted(getClass().getSimpleName(), it.content()));
        world.network.send(it.to(), it.content());
    }

    /** A transaction that is about to be committed. */
    record Change(Runnable keep, List<Outgoing> messages) {

        static final Change NONE = new Change(() -> {}, List.of());
    }

    record Outgoing(Party to, Object content) {}
}
