package com.ecom.order.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to each order, kept for good. */
public interface Journal {

    /** What led to the state that the order has now, and what it was caused by. */
    Note note(Order order, FactName fact, String actor);

    /** Keeps the notes, in the caller's transaction. */
    void keep(List<Note> notes);

    /** @param actor a service, or the subject of a token */
    record Note(
            Order order,
            FactName fact,
            String actor,
            @Nullable String cause,
            @Nullable String trace) {}
}
