package com.ecom.local.mongodb;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/** What a query demands of single fields, all of it at once; what it says otherwise only narrows that further. */
record Filter(Map<String, Object> demands) {

    static Filter of(Document query) {
        var demands = new LinkedHashMap<String, Object>();
        collect(query, demands);
        return new Filter(demands);
    }

    private static void collect(Document query, Map<String, Object> demands) {
        query.forEach((key, value) -> {
            if (key.equals("$and")) {
                ((Collection<?>) value).forEach(it -> collect((Document) it, demands));
            } else if (!key.startsWith("$") && value != null) {
                demands.putIfAbsent(key, value);
            }
        });
    }

    /** The values of which a document must have one here; null if the query says nothing of the kind. */
    @Nullable
    List<Object> valuesOf(String field) {
        var demand = demands.get(field);
        if (demand == null || BsonRegularExpression.isRegularExpression(demand)) {
            return null;
        }
        if (!Values.isExpression(demand)) {
            return normalized(List.of(demand));
        }
        var expression = (Document) demand;
        var one = expression.get("$eq");
        if (one != null) {
            return normalized(List.of(one));
        }
        return expression.get("$in") instanceof Collection<?> several ? normalized(several) : null;
    }

    private static @Nullable List<Object> normalized(Collection<?> values) {
        if (values.stream()
                .anyMatch(it -> Missing.isNullOrMissing(it)
                        || it instanceof Collection
                        || BsonRegularExpression.isRegularExpression(it))) {
            return null;
        }
        return values.stream().map(Values::normalized).distinct().toList();
    }

    Range rangeOf(String field) {
        return demands.get(field) instanceof Document expression && Values.isExpression(expression)
                ? Range.of(expression)
                : new Range(null, false, null, false);
    }

    /** Null is no bound. */
    record Range(
            @Nullable Object from,
            boolean fromInclusive,
            @Nullable Object to,
            boolean toInclusive) {

        private static Range of(Document expression) {
            var from = expression.containsKey("$gte") ? "$gte" : "$gt";
            var to = expression.containsKey("$lte") ? "$lte" : "$lt";
            return new Range(
                    Values.normalized(expression.get(from)),
                    from.equals("$gte"),
                    Values.normalized(expression.get(to)),
                    to.equals("$lte"));
        }

        boolean isBounded() {
            return from != null || to != null;
        }

        <T> NavigableMap<Object, T> within(NavigableMap<Object, T> all) {
            var upwards = from == null ? all : all.tailMap(from, fromInclusive);
            return to == null ? upwards : upwards.headMap(to, toInclusive);
        }
    }
}
