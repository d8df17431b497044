package com.ecom.product.model;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** All changes of many products. */
public interface BulkEdits {

    /** @return false, and no change, if there is one with its id */
    boolean start(BulkEdit edit);

    Optional<BulkEdit> find(String id);

    /**
     * Takes the next step of the oldest that is not finished and that nobody else is at, and keeps how far that came. If it is
     * interrupted the step is taken again.
     *
     * @return false if there was none
     */
    boolean advance(UnaryOperator<BulkEdit> step);
}
