package com.ecom.product.persistence;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.ecom.product.model.Product;
import com.ecom.product.model.ProductList;
import com.ecom.product.model.ProductState;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;

/** Each order has an index; what is asked for narrows it further. */
@Repository
@RequiredArgsConstructor
class MongoProductList implements ProductList {

    private final MongoTemplate mongo;

    @Override
    public List<Product> find(Wanted wanted, Sorting sorting, @Nullable Position after, int limit) {
        var all = inState(wanted);
        var field = fieldOf(sorting.key());
        if (after != null) {
            all.addAll(beyond(field, after, sorting.descending()));
        }
        var direction = sorting.descending() ? Direction.DESC : Direction.ASC;
        var page = query(and(all)).with(Sort.by(direction, field, "id")).limit(limit);
        page.fields().exclude("pendingEvents", "prices", "changes", "description");
        return mongo.find(page, ProductDocument.class).stream()
                .map(ProductDocument::toProduct)
                .toList();
    }

    @Override
    public List<String> idsAfter(Wanted wanted, String id, int limit) {
        var all = inState(wanted);
        all.add(where("id").gt(id));
        var page = query(and(all)).with(Sort.by("id")).limit(limit);
        page.fields().include("_id");
        return mongo.find(page, Id.class, ProductDocument.COLLECTION).stream()
                .map(Id::id)
                .toList();
    }

    @Override
    public long count(Wanted wanted) {
        return mongo.count(query(and(inState(wanted))), ProductDocument.class);
    }

    @Override
    public Map<ProductState, Long> counts(Wanted wanted) {
        var counts = new EnumMap<ProductState, Long>(ProductState.class);
        for (var state : ProductState.values()) {
            var all = matching(wanted);
            all.add(StateCriteria.of(state, wanted.at()));
            counts.put(state, mongo.count(query(and(all)), ProductDocument.class));
        }
        return counts;
    }

    private static List<Criteria> inState(Wanted wanted) {
        var all = matching(wanted);
        if (wanted.state() != null) {
            all.add(StateCriteria.of(wanted.state(), wanted.at()));
        }
        return all;
    }

    private static List<Criteria> matching(Wanted wanted) {
        var all = new ArrayList<Criteria>();
        if (wanted.brand() != null) {
            all.add(where("brand").is(wanted.brand()));
        }
        if (wanted.category() != null) {
            all.add(where("category").is(wanted.category()));
        }
        if (wanted.updatedSince() != null) {
            all.add(where("updatedAt").gte(wanted.updatedSince()));
        }
        for (var word : wanted.words()) {
            var beginning = Pattern.compile("^" + Pattern.quote(word));
            all.add(new Criteria()
                    .orOperator(
                            where("words").regex(beginning), where("skuKeys").regex(beginning)));
        }
        return all;
    }

    /** The first tells the index where to begin. */
    private static List<Criteria> beyond(String field, Position after, boolean descending) {
        return descending
                ? List.of(
                        where(field).lte(after.key()),
                        new Criteria()
                                .orOperator(
                                        where(field).lt(after.key()),
                                        where(field).is(after.key()).and("id").lt(after.id())))
                : List.of(
                        where(field).gte(after.key()),
                        new Criteria()
                                .orOperator(
                                        where(field).gt(after.key()),
                                        where(field).is(after.key()).and("id").gt(after.id())));
    }

    private static Criteria and(List<Criteria> all) {
        return all.isEmpty() ? new Criteria() : new Criteria().andOperator(all);
    }

    private static String fieldOf(SortKey key) {
        return switch (key) {
            case UPDATED_AT -> "updatedAt";
            case CREATED_AT -> "createdAt";
            case NAME -> "nameKey";
        };
    }

    private record Id(String id) {}
}
