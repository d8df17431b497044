package com.ecom.core.republish;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What has been asked for, and how far it is. */
public interface Republications {

    /** Does nothing if one with this id is there. */
    void add(Republication it);

    /** The newest first. */
    List<Republication> before(@Nullable UUID id, int limit);

    /**
     * Takes the oldest that is not finished, which nobody else does meanwhile, and keeps what the step makes of it.
     *
     * @return whether there was one
     */
    boolean advance(UnaryOperator<Republication> step);

    /** Forgets the finished ones that were begun before then. */
    void forgetOlderThan(Instant time);
}
