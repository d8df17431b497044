package com.ecom.local.mongodb;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An index that can say where a filter's documents are. */
interface Lookup {

    /** The positions of all that can match, and perhaps of some that do not; null if this index cannot tell. */
    @Nullable
    Stream<Object> candidates(Filter filter);
}
