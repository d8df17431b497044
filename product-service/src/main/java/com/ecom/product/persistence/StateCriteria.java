package com.ecom.product.persistence;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.ecom.product.model.ProductState;
import java.time.Instant;
import org.springframework.data.mongodb.core.query.Criteria;

/** The states of products, as the database finds them: the same as {@link com.ecom.product.model.Product#stateAt}. */
final class StateCriteria {

    private StateCriteria() {}

    static Criteria of(ProductState state, Instant at) {
        return switch (state) {
            case DRAFT -> where("active").is(false).and("archived").is(false);
            case SCHEDULED -> ready().and("published.from").gt(at);
            case PUBLISHED -> published(at);
            case ARCHIVED ->
                new Criteria()
                        .orOperator(
                                where("archived").is(true),
                                ready().and("published.until").lte(at));
        };
    }

    static Criteria published(Instant at) {
        var opened = new Criteria()
                .orOperator(
                        where("published.from").is(null),
                        where("published.from").lte(at));
        var notOver = new Criteria()
                .orOperator(
                        where("published.until").is(null),
                        where("published.until").gt(at));
        return ready().andOperator(opened, notOver);
    }

    private static Criteria ready() {
        return where("active").is(true).and("archived").is(false);
    }
}
