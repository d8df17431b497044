package com.ecom.product.persistence;

import static org.springframework.data.mongodb.core.aggregation.Aggregation.group;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.match;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.newAggregation;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.sort;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.ecom.product.model.Product;
import com.ecom.product.model.Product.Change;
import com.ecom.product.model.ProductRefusal.EventsBacklogged;
import com.ecom.product.model.ProductRefusal.OutOfDate;
import com.ecom.product.model.ProductRefusal.Taken;
import com.ecom.product.model.Products;
import com.ecom.product.model.ProductsChanged;
import com.ecom.product.model.Rating;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.BulkOperationException;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** One document per product. A change names the version it builds on, and carries its events. */
@Repository
@RequiredArgsConstructor
class MongoProducts implements Products {

    /** So many events wait in a document at most; there is room for those of one more change in MongoDB's 16 MiB. */
    private static final int MOST_PENDING = 100;

    static final String LAST_PLACE = "pendingEvents." + (MOST_PENDING - 1);

    private final MongoTemplate mongo;
    private final PendingEvents events;
    private final ApplicationEventPublisher changed;

    @Override
    public Optional<Product> find(String id) {
        return products(query(where("id").is(id))).stream().findFirst();
    }

    @Override
    public List<Product> find(Collection<String> ids) {
        return products(query(where("id").in(ids)));
    }

    @Override
    public Optional<Product> findBySlug(String slug) {
        return products(query(where("slug").is(slug))).stream().findFirst().or(() -> onceAt(slug));
    }

    /** Whoever left it last. */
    private Optional<Product> onceAt(String slug) {
        return products(query(where("formerSlugs.slug").is(slug))).stream()
                .max(Comparator.comparing(it -> it.leftAt(slug)));
    }

    @Override
    public void add(Change change) {
        try {
            mongo.insert(document(change));
        } catch (DuplicateKeyException e) {
            throw new Taken(holderOf(change.product()));
        }
        publishChanged(List.of(change));
    }

    /** Archived or not; a product that gave it up meanwhile is not found. */
    private @Nullable String holderOf(Product wanted) {
        var sameName = query(new Criteria()
                .orOperator(
                        where("slug").is(wanted.content().slug()),
                        where("skuKeys").in(ProductDocument.skuKeys(wanted.content())))
                .and("id")
                .ne(wanted.id()));
        var holder = mongo.findOne(sameName, ProductDocument.class);
        return holder == null ? null : holder.toProduct().id();
    }

    @Override
    public void replace(Change change) {
        if (change.changesNothing()) {
            return;
        }
        try {
            if (mongo.updateFirst(asItWas(change), ProductUpdate.of(change, events.of(change)), ProductDocument.class)
                            .getMatchedCount()
                    == 0) {
                throw isStillAsItWas(change) ? new EventsBacklogged() : new OutOfDate();
            }
        } catch (DuplicateKeyException e) {
            throw new Taken(holderOf(change.product()));
        }
        publishChanged(List.of(change));
    }

    @Override
    public boolean saveWhatIsPossible(List<Change> changes) {
        var bulk = mongo.bulkOps(BulkMode.UNORDERED, ProductDocument.class);
        for (var change : changes) {
            if (change.product().version() == 1) {
                bulk.insert(document(change));
            } else {
                bulk.updateOne(asItWas(change), ProductUpdate.of(change, events.of(change)));
            }
        }
        var everything = execute(bulk, changes.size());
        publishChanged(changes);
        return everything;
    }

    @Override
    public void rate(String id, Rating rating) {
        var older = new Criteria()
                .orOperator(where("rating").is(null), where("rating.version").lt(rating.version()));
        mongo.updateFirst(
                query(where("id").is(id).andOperator(older)), Update.update("rating", rating), ProductDocument.class);
    }

    @Override
    public List<Product> published(ProductFilter filter, Instant now, @Nullable String after, int limit) {
        var criteria = StateCriteria.published(now);
        if (filter.category() != null) {
            criteria = criteria.and("category").is(filter.category());
        }
        if (filter.brand() != null) {
            criteria = criteria.and("brand").is(filter.brand());
        }
        if (after != null) {
            criteria = criteria.and("id").gt(after);
        }
        var page = query(criteria).with(Sort.by("id")).limit(limit);
        page.fields().exclude("prices");
        return products(page);
    }

    @Override
    public List<Category> categories(Instant now) {
        return mongo.aggregate(
                        newAggregation(
                                match(StateCriteria.published(now)
                                        .and("category")
                                        .ne(null)),
                                group("category")
                                        .count()
                                        .as("count")
                                        .first("category")
                                        .as("category"),
                                sort(Direction.DESC, "count").and(Direction.ASC, "category")),
                        ProductDocument.class,
                        Category.class)
                .getMappedResults();
    }

    private static boolean execute(BulkOperations bulk, int changes) {
        try {
            var done = bulk.execute();
            return done.getInsertedCount() + done.getMatchedCount() == changes;
        } catch (BulkOperationException e) {
            return false;
        }
    }

    private List<Product> products(Query query) {
        query.fields().exclude("pendingEvents", "changes");
        return mongo.find(query, ProductDocument.class).stream()
                .map(ProductDocument::toProduct)
                .toList();
    }

    private void publishChanged(List<Change> changes) {
        changed.publishEvent(new ProductsChanged(
                changes.stream().map(it -> it.product().id()).toList()));
    }

    private ProductDocument document(Change change) {
        return ProductDocument.of(change, events.of(change));
    }

    /** A product with too many unpublished events does not change. */
    private static Query asItWas(Change change) {
        return query(versionBefore(change).and(LAST_PLACE).exists(false));
    }

    private boolean isStillAsItWas(Change change) {
        return mongo.exists(query(versionBefore(change)), ProductDocument.class);
    }

    private static Criteria versionBefore(Change change) {
        var product = change.product();
        return where("id").is(product.id()).and("version").is(product.version() - 1);
    }
}
