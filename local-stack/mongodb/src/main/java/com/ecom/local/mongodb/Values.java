package com.ecom.local.mongodb;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** What MongoDB takes for the same value: 1, 1L and 1.0, for example. */
final class Values {

    private Values() {}

    static Object normalized(@Nullable Object value) {
        return new KeyValue(new @Nullable Object[] {value}).normalized().get(0);
    }

    /** Whether a query compares with operators in the place of a value. */
    static boolean isExpression(Object demand) {
        return demand instanceof Document it && it.keySet().stream().anyMatch(key -> key.startsWith("$"));
    }
}
