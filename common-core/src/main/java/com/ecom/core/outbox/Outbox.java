package com.ecom.core.outbox;

/** Publishes events together with the change they report: both are kept, or neither. */
public interface Outbox {

    /**
     * Joins the caller's transaction and refuses to run without one. Order per key holds among transactions that
     * lock the aggregate's own row before they publish.
     *
     * @throws IllegalArgumentException if the event is larger than 512 KiB as JSON
     */
    void publish(Event event);
}
