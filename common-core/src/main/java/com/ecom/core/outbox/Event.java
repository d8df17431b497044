package com.ecom.core.outbox;

/** A fact, or a command, for other services; its record components are its payload. */
public interface Event {

    /** Name and major version of its contract, for example {@code thing.happened.v1}. */
    String type();

    /** The topic it is delivered to. */
    String topic();

    /** Events with the same key on one topic are delivered in the order they were published. */
    String key();
}
